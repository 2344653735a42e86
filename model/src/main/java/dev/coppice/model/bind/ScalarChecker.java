package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks single values, with the traps of YAML in mind. */
final class ScalarChecker {

    private final List<Finding> findings;

    ScalarChecker(List<Finding> findings) {
        this.findings = findings;
    }

    /** The value as a {@link String}, {@link Long} or {@link Boolean}, if it is right. */
    Optional<Object> check(Field field, YamlPath path, YNode node) {
        if (!(node instanceof YScalar s)) {
            wrongType(field, path, node, "Write " + WrongTypes.wanted(field) + ".", List.of());
            return Optional.empty();
        }
        if (s.type() == YScalar.Type.NULL) {
            findings.add(
                    new Finding(
                            DiagnosticCode.EMPTY_VALUE,
                            path,
                            Finding.Anchor.VALUE,
                            Optional.empty(),
                            WrongTypes.subject(field, path) + " has no value",
                            "Write " + WrongTypes.wanted(field) + ", or remove it.",
                            field.required() ? List.of() : WrongTypes.removal(path)));
            return Optional.empty();
        }
        return switch (field.type()) {
            case FieldType.Text text -> text(field, text, path, s);
            case FieldType.Int number -> number(field, number, path, s);
            case FieldType.Bool bool -> bool(field, path, s);
            case FieldType.Choice choice -> choice(field, choice, path, s);
            default -> Optional.empty();
        };
    }

    /** A finding for a map's key that is not what its keys must be. */
    static Finding badKey(FieldType.EntryKey key, YamlPath path, String name) {
        String shown = WrongTypes.shorten(name);
        return Finding.atKey(
                path,
                key.shape().code(),
                "`" + shown + "` is not " + key.shape().noun(),
                key.shape().help());
    }

    private Optional<Object> text(Field field, FieldType.Text text, YamlPath path, YScalar s) {
        if (s.type() != YScalar.Type.STRING
                && !(text.numbersToo() && s.type() == YScalar.Type.INT)) {
            wrongType(
                    field,
                    path,
                    s,
                    numberHelp(text.shape()),
                    List.of(Fixes.set(path, likelyText(text.shape(), s.value()))));
            return Optional.empty();
        }
        String value = plain(text.shape(), s);
        if (!fits(text.shape(), s, value)) {
            findings.add(BadShapes.of(field, text.shape(), path, value));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** A port is a number however it is written: 0x50 is 80. */
    private static String plain(Shape shape, YScalar s) {
        return shape.numbers().counted() && s.type() == YScalar.Type.INT
                ? parse(s.value()).map(String::valueOf).orElse(s.value())
                : s.value();
    }

    private static boolean fits(Shape shape, YScalar s, String value) {
        Shape.Numbers numbers = shape.numbers();
        boolean counts = numbers.counted() && s.type() == YScalar.Type.INT;
        return shape.matches(value)
                && (!counts
                        || parse(value)
                                .filter(n -> numbers.min() <= n && n <= numbers.max())
                                .isPresent());
    }

    private static String numberHelp(Shape shape) {
        return switch (shape) {
            case MODE, SIZE, DURATION, TIME_SPAN, FORWARD -> shape.help();
            case SSHD_VALUE -> "Write yes or no, as sshd_config(5) has it.";
            default -> "Put it in quotes to make it a text, or write " + shape.noun() + ".";
        };
    }

    /** What a number without quotes was most likely meant to be. */
    private static String likelyText(Shape shape, String written) {
        String digits = written.replaceFirst("^0o", "");
        return switch (shape) {
            case MODE -> digits.length() == 3 ? "0" + digits : digits;
            case SIZE -> written + "M";
            case DURATION, TIME_SPAN -> written + "s";
            case SSHD_VALUE -> written.equalsIgnoreCase("true") ? "yes" : "no";
            case FORWARD -> written + ":" + written;
            default -> written;
        };
    }

    private Optional<Object> number(Field field, FieldType.Int type, YamlPath path, YScalar s) {
        if (s.type() != YScalar.Type.INT) {
            String digits = s.value().strip();
            boolean quoted = digits.matches("[0-9]{1,9}");
            wrongType(
                    field,
                    path,
                    s,
                    quoted
                            ? "Remove the quotes: in quotes it is a text."
                            : "Write digits only, without quotes.",
                    quoted
                            ? List.of(Fixes.set(path, new YamlValue.Int(Long.parseLong(digits))))
                            : List.of());
            return Optional.empty();
        }
        Optional<Long> value = parse(s.value());
        if (value.isEmpty() || value.get() < type.min() || value.get() > type.max()) {
            findings.add(outOfRange(field, type, path, s));
            return Optional.empty();
        }
        return Optional.of(value.get());
    }

    private static Finding outOfRange(Field field, FieldType.Int type, YamlPath path, YScalar s) {
        String shown = WrongTypes.shorten(s.value());
        if (type.code() == DiagnosticCode.BAD_VERSION) {
            return Finding.at(
                    path,
                    type.code(),
                    "version " + shown + " of the format is not known",
                    "This Coppice reads version 1; write `spec: 1`, or get a newer Coppice.",
                    Fixes.set(path, new YamlValue.Int(1)));
        }
        String range = "from " + type.min() + " to " + type.max();
        return Finding.at(
                path,
                type.code(),
                shown
                        + " is not "
                        + (type.isPort() ? "a port" : "in range")
                        + ": it must be "
                        + range,
                "Write a number " + range + ".");
    }

    private static Optional<Long> parse(String digits) {
        String plain = digits.replace("_", "");
        try {
            if (plain.startsWith("0o")) {
                return Optional.of(Long.parseLong(plain.substring(2), 8));
            }
            if (plain.startsWith("0x")) {
                return Optional.of(Long.parseLong(plain.substring(2), 16));
            }
            return Optional.of(Long.parseLong(plain));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    private Optional<Object> bool(Field field, YamlPath path, YScalar s) {
        if (s.type() == YScalar.Type.BOOL) {
            return Optional.of(s.value().equalsIgnoreCase("true"));
        }
        Optional<Boolean> meant =
                switch (s.value().strip().toLowerCase(Locale.ROOT)) {
                    case "yes", "on", "y", "true", "enabled", "1" -> Optional.of(true);
                    case "no", "off", "n", "false", "disabled", "0" -> Optional.of(false);
                    default -> Optional.empty();
                };
        wrongType(
                field,
                path,
                s,
                meant.map(
                                m ->
                                        "Write "
                                                + m
                                                + " without quotes; in YAML 1.2 only true and false"
                                                + " are truth values.")
                        .orElse("Write true or false, without quotes."),
                meant.map(m -> List.of(Fixes.set(path, new YamlValue.Bool(m)))).orElse(List.of()));
        return Optional.empty();
    }

    private Optional<Object> choice(
            Field field, FieldType.Choice choice, YamlPath path, YScalar s) {
        if (s.type() == YScalar.Type.STRING && choice.values().contains(s.value())) {
            return Optional.of(s.value());
        }
        Optional<String> near = Closest.to(s.value(), choice.values());
        String allowed = String.join(", ", choice.values());
        List<Fix> fixes = near.map(n -> List.of(Fixes.set(path, n))).orElse(List.of());
        findings.add(
                new Finding(
                        DiagnosticCode.BAD_CHOICE,
                        path,
                        Finding.Anchor.VALUE,
                        Optional.empty(),
                        "`"
                                + WrongTypes.shorten(s.value())
                                + "` is not a value of "
                                + WrongTypes.subject(field, path),
                        near.map(n -> "Did you mean `" + n + "`? ").orElse("")
                                + "Possible: "
                                + allowed
                                + ".",
                        fixes));
        return Optional.empty();
    }

    private void wrongType(Field field, YamlPath path, YNode node, String help, List<Fix> fixes) {
        findings.add(
                new Finding(
                        DiagnosticCode.WRONG_TYPE,
                        path,
                        Finding.Anchor.VALUE,
                        Optional.empty(),
                        WrongTypes.subject(field, path)
                                + " must be "
                                + WrongTypes.wanted(field)
                                + ", not "
                                + WrongTypes.shown(field, node),
                        help,
                        fixes));
    }
}
