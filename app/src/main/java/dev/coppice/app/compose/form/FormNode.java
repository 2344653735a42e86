package dev.coppice.app.compose.form;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.stream.Stream;

/** A part of the form: a row of the field table at a place of the document. */
public sealed interface FormNode {

    /** The row of the table. */
    Field field();

    /** Where it stands, or would stand. */
    YamlPath path();

    /** What was found at this place and nowhere below it. */
    List<Diagnostic> findings();

    /** Whether the document has it. */
    boolean present();

    /** The findings of a part and of all parts below it. */
    static Stream<Diagnostic> allFindings(FormNode part) {
        Stream<Diagnostic> below =
                switch (part) {
                    case Value value -> Stream.of();
                    case RawPart raw -> Stream.of();
                    case Strange strange -> Stream.of();
                    case Group group -> group.children().stream().flatMap(FormNode::allFindings);
                    case Kinds kinds -> kinds.children().stream().flatMap(FormNode::allFindings);
                    case Items items -> items.items().stream().flatMap(Item::allFindings);
                    case Entries entries -> entries.entries().stream().flatMap(Item::allFindings);
                };
        return Stream.concat(part.findings().stream(), below);
    }

    /**
     * A single value.
     *
     * @param text the value as characters; empty when absent
     */
    record Value(
            Field field, YamlPath path, boolean present, String text, List<Diagnostic> findings)
            implements FormNode {}

    /** A record: its fields, in the order of the table. */
    record Group(
            Field field,
            YamlPath path,
            boolean present,
            List<FormNode> children,
            List<Diagnostic> findings)
            implements FormNode {}

    /** A list. */
    record Items(
            Field field,
            FieldType.ListOf type,
            YamlPath path,
            boolean present,
            List<Item> items,
            List<Diagnostic> findings)
            implements FormNode {}

    /**
     * One item of a list or entry of a map.
     *
     * @param title what it is called, for its head
     * @param ofName what was found in the name of an entry, and not in what it names
     */
    record Item(String title, FormNode content, List<Diagnostic> ofName) {

        /** An item of a list, which has no name. */
        Item(String title, FormNode content) {
            this(title, content, List.of());
        }

        /** What was found in the name and in all that it names. */
        Stream<Diagnostic> allFindings() {
            return Stream.concat(ofName.stream(), FormNode.allFindings(content));
        }
    }

    /** Entries under names. */
    record Entries(
            Field field,
            FieldType.MapOf type,
            YamlPath path,
            boolean present,
            List<Item> entries,
            List<Diagnostic> findings)
            implements FormNode {}

    /**
     * A record of one of several kinds.
     *
     * @param variant the key that tells the kind; empty when it has none of them
     */
    record Kinds(
            Field field,
            FieldType.Union type,
            YamlPath path,
            boolean present,
            String variant,
            List<FormNode> children,
            List<Diagnostic> findings)
            implements FormNode {}

    /**
     * A mapping that is kept as it is written, in the words of another system.
     *
     * @param text its lines in the document, without the indentation; empty when absent
     */
    record RawPart(
            Field field, YamlPath path, boolean present, String text, List<Diagnostic> findings)
            implements FormNode {}

    /** A value of a kind that the form has no input for: it can be mended in the text. */
    record Strange(Field field, YamlPath path, boolean present, List<Diagnostic> findings)
            implements FormNode {}
}
