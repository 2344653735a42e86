package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Type;

import java.util.regex.Pattern;

/**
 * What a plain scalar means, after YAML 1.2's core schema (chapter 10.3) with one difference:
 * numbers with a leading zero ({@code 0644}) are texts, as the schema would read 644 and older YAML
 * 420, and both would be wrong for a file mode.
 */
final class ScalarTypes {

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INT =
            Pattern.compile("[-+]?(0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile(
                    "[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                            + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private ScalarTypes() {}

    static Type ofPlain(String text) {
        if (NULL.matcher(text).matches()) {
            return Type.NULL;
        } else if (BOOL.matcher(text).matches()) {
            return Type.BOOL;
        } else if (INT.matcher(text).matches()) {
            return Type.INT;
        }
        return FLOAT.matcher(text).matches() ? Type.FLOAT : Type.STRING;
    }
}
