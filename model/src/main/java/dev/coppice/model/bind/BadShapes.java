package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with a text that does not have its field's shape. */
final class BadShapes {

    private static final String HASH_HELP =
            "Hash it with `mkpasswd -m yescrypt` or `openssl passwd -6` and write the result here.";

    private BadShapes() {}

    static Finding of(Field field, Shape shape, YamlPath path, String value) {
        return switch (shape) {
            case PASSWORD_HASH -> hash(path, value);
            case SSH_KEY -> key(path, value);
            default -> {
                String shown = WrongTypes.shorten(value);
                String message =
                        value.isBlank()
                                ? WrongTypes.subject(field, path) + " is empty"
                                : "`" + shown + "` is not " + shape.noun();
                yield new Finding(
                        shape.code(),
                        path,
                        Finding.Anchor.VALUE,
                        Optional.empty(),
                        message,
                        shape.help(),
                        mended(field, shape, value)
                                .map(better -> List.<Fix>of(Fixes.set(path, better)))
                                .orElse(List.of()));
            }
        };
    }

    /** A password never stands in a message. */
    private static Finding hash(YamlPath path, String value) {
        if (value.startsWith("$")) {
            return Finding.at(
                    path,
                    DiagnosticCode.BAD_HASH,
                    "this is not a whole password hash",
                    "Copy it again, all of it, or make a new one with `mkpasswd -m yescrypt` or"
                            + " `openssl passwd -6`.");
        }
        return Finding.at(
                path,
                DiagnosticCode.CLEAR_PASSWORD,
                "a password must not stand here in clear",
                HASH_HELP,
                Fixes.remove(path));
    }

    /** A private key never stands in a message either. */
    private static Finding key(YamlPath path, String value) {
        if (value.contains("PRIVATE KEY")) {
            return Finding.at(
                    path,
                    DiagnosticCode.PRIVATE_KEY,
                    "this is a private key; it must never leave its owner's computer",
                    "Remove it here, consider it lost, and write the public key (the .pub file).",
                    Fixes.remove(path));
        }
        return Finding.at(
                path, Shape.SSH_KEY.code(), "this is not a public SSH key", Shape.SSH_KEY.help());
    }

    /** What was most likely meant, when a small change gives the text its shape. */
    private static Optional<String> mended(Field field, Shape shape, String value) {
        String better =
                switch (shape) {
                    case SYSTEM_NAME,
                            HOST_NAME,
                            USER_NAME,
                            PACKAGE,
                            KEYBOARD,
                            PLAIN_NAME,
                            DISK_NAME ->
                            hyphened(shape, value);
                    case ABSOLUTE_PATH ->
                            absolute(value, field.key().equals("shell") ? "/usr/bin/" : "/");
                    case SHA256 -> value.strip().toLowerCase(Locale.ROOT);
                    case PROJECT_PATH, INCLUDE_PATH, BUNDLE_PATH ->
                            value.replace('\\', '/').replaceFirst("^(\\./+)+", "");
                    case UNIT_FILE -> value.contains(".") ? value : value + ".service";
                    case KERNEL_MODULE -> value.replaceFirst("\\.ko(\\.[a-z0-9]+)?$", "");
                    case LOCALE -> locale(value);
                    case SIZE -> value.strip().toUpperCase(Locale.ROOT).replaceFirst("I?B$", "");
                    case URL -> value.contains("://") ? value.strip() : "http://" + value.strip();
                    case FORWARD -> value.replaceFirst("^127\\.0\\.0\\.1:", "").strip();
                    default -> value.strip();
                };
        return !better.equals(value) && shape.matches(better)
                ? Optional.of(better)
                : Optional.empty();
    }

    private static String hyphened(Shape shape, String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return shape == Shape.SYSTEM_NAME || shape == Shape.HOST_NAME || shape == Shape.DISK_NAME
                ? lower.replace('_', '-').replaceFirst("\\.$", "")
                : lower;
    }

    private static String absolute(String value, String home) {
        String tidy = value.strip().replaceAll("/{2,}", "/").replaceAll("/\\./", "/");
        String rooted = tidy.matches("[A-Za-z].*") ? home + tidy : tidy;
        return rooted.length() > 1 ? rooted.replaceFirst("/$", "") : rooted;
    }

    private static String locale(String value) {
        String utf = value.strip().replaceFirst("(?i)\\.?utf-?8$", "");
        return utf + ".UTF-8";
    }
}
