package dev.coppice.model.bind;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;

/** Fixes of one operation. */
public final class Fixes {

    private Fixes() {}

    /** Replaces a value. */
    public static Fix set(YamlPath path, YamlValue value) {
        return new Fix("Write " + show(value), List.of(new YamlOp.Set(path, value)));
    }

    /** Replaces a value by a text. */
    public static Fix set(YamlPath path, String value) {
        return set(path, new YamlValue.Text(value));
    }

    /**
     * Puts quotes around a text. A value that means the same is left as it is written, so it is
     * another one in between.
     */
    public static Fix quote(YamlPath path, String value) {
        var text = new YamlValue.Text(value);
        return new Fix(
                "Write " + show(text),
                List.of(
                        new YamlOp.Set(path, new YamlValue.Bool(true)),
                        new YamlOp.Set(path, text)));
    }

    /** Adds a key with a value to start with. */
    public static Fix add(YamlPath path, YamlValue value) {
        String key = path.steps().getLast() instanceof YamlPath.Key k ? k.name() : "an item";
        return new Fix("Add \"" + key + "\"", List.of(new YamlOp.Set(path, value)));
    }

    /** Takes an entry or item away. */
    public static Fix remove(YamlPath path) {
        String what =
                path.steps().getLast() instanceof YamlPath.Key key
                        ? "\"" + key.name() + "\""
                        : "the item";
        return new Fix("Remove " + what, List.of(new YamlOp.Remove(path)));
    }

    /** Gives an entry another key. */
    public static Fix rename(YamlPath path, String key) {
        return new Fix("Rename to \"" + key + "\"", List.of(new YamlOp.Rename(path, key)));
    }

    private static String show(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> "\"" + text.value() + "\"";
            case YamlValue.Int number -> Long.toString(number.value());
            case YamlValue.Bool bool -> Boolean.toString(bool.value());
            case YamlValue.Items items -> "a list";
            case YamlValue.Fields fields -> "a mapping";
        };
    }
}
