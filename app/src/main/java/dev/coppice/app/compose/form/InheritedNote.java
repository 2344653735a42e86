package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.include.Inherited;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an included file says at a place of the form; to be read only, as it stands elsewhere. */
final class InheritedNote extends Label {

    private static final int MOST_NAMES = 6;
    private static final int MOST_LETTERS = 60;

    private final FormContext context;
    private final List<String> titleKeys;

    /**
     * @param titleKeys the keys that name a record of the list; empty elsewhere
     */
    InheritedNote(FormContext context, List<String> titleKeys) {
        this.context = context;
        this.titleKeys = titleKeys;
        getStyleClass().add("inherited");
        setGraphic(new FontIcon(MaterialDesignF.FILE_LINK_OUTLINE));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        Parts.show(this, false);
    }

    /**
     * Shows what is inherited at a path.
     *
     * @param present whether the document says something there itself
     */
    void show(YamlPath path, boolean present) {
        Optional<Inherited> inherited = context.inheritance().get().at(path);
        String words = inherited.map(each -> words(each, present)).orElse("");
        setText(words);
        Parts.show(this, !words.isEmpty());
    }

    private String words(Inherited inherited, boolean present) {
        String file = inherited.file();
        return switch (inherited.node()) {
            case YScalar scalar when scalar.value().isBlank() -> "";
            case YScalar scalar ->
                    (present ? "Instead of " : "")
                            + "\u201c"
                            + shortened(scalar.value())
                            + "\u201d from "
                            + file;
            case YSeq list when list.items().isEmpty() -> "";
            case YSeq list ->
                    (present ? "Also from " : "From ")
                            + file
                            + ": "
                            + names(list.items().stream().map(this::name).toList());
            case YMap map when map.entries().isEmpty() -> "";
            case YMap map ->
                    (present ? "Also from " : "From ")
                            + file
                            + ": "
                            + names(map.entries().stream().map(e -> e.key().value()).toList());
        };
    }

    private String name(YNode item) {
        return switch (item) {
            case YScalar scalar -> shortened(scalar.value());
            case YMap map ->
                    titleKeys.stream()
                            .flatMap(key -> map.get(key).stream())
                            .filter(YScalar.class::isInstance)
                            .map(node -> ((YScalar) node).value())
                            .findFirst()
                            .orElseGet(
                                    () ->
                                            map.entries().stream()
                                                    .findFirst()
                                                    .map(e -> e.key().value())
                                                    .orElse("…"));
            case YSeq list -> "…";
        };
    }

    private static String names(List<String> all) {
        String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return all.size() > MOST_NAMES
                ? first + " and " + (all.size() - MOST_NAMES) + " more"
                : first;
    }

    private static String shortened(String value) {
        String line = value.strip().lines().findFirst().orElse("");
        return line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) + "…" : line;
    }
}
