package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The place of an input: what it is for, and where what a person enters goes.
 *
 * @param path where the value stands, or would stand
 * @param document the document as it was last read
 * @param entered takes a new value
 */
public record Site(
        Field field,
        YamlPath path,
        Supplier<Optional<YNode>> document,
        FormTools tools,
        Consumer<YamlValue> entered) {

    /** The text beside the value, under another key of the same record. */
    public Optional<String> beside(String key) {
        return text(path.parent().key(key));
    }

    /** The text at a path. */
    public Optional<String> text(YamlPath at) {
        return document.get()
                .flatMap(root -> root.at(at))
                .filter(YScalar.class::isInstance)
                .map(node -> ((YScalar) node).value());
    }

    /** The texts of one key in all records of a list. */
    public List<String> texts(String list, String key) {
        return document.get().flatMap(root -> root.at(YamlPath.of(list))).stream()
                .filter(YNode.YSeq.class::isInstance)
                .flatMap(node -> ((YNode.YSeq) node).items().stream())
                .filter(YNode.YMap.class::isInstance)
                .flatMap(item -> ((YNode.YMap) item).get(key).stream())
                .filter(YScalar.class::isInstance)
                .map(node -> ((YScalar) node).value())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The values of a list. */
    public List<String> values(String list) {
        return document.get().flatMap(root -> root.at(YamlPath.of(list))).stream()
                .filter(YNode.YSeq.class::isInstance)
                .flatMap(node -> ((YNode.YSeq) node).items().stream())
                .filter(YScalar.class::isInstance)
                .map(node -> ((YScalar) node).value())
                .toList();
    }

    /** The keys of a mapping. */
    public List<String> keys(YamlPath mapping) {
        return document.get().flatMap(root -> root.at(mapping)).stream()
                .filter(YNode.YMap.class::isInstance)
                .flatMap(node -> ((YNode.YMap) node).entries().stream())
                .map(entry -> entry.key().value())
                .toList();
    }
}
