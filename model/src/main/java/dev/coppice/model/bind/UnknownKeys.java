package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what an unknown key was most likely meant to be. */
final class UnknownKeys {

    /** What people and other systems call a password in clear. */
    private static final Set<String> CLEAR_PASSWORDS =
            Set.of(
                    "password",
                    "plainpassword",
                    "cleartextpassword",
                    "initialpassword",
                    "plaintextpasswd",
                    "plaintextpassword",
                    "passwd",
                    "pass",
                    "rootpassword",
                    "chpasswd");

    private final SpecSchema schema;

    /** Filled when first needed: most specs have no unknown key. */
    private final Map<String, Field> byName = new HashMap<>();

    UnknownKeys(SpecSchema schema) {
        this.schema = schema;
    }

    /** A finding for a key that none of the fields has. */
    Finding key(List<Field> fields, YamlPath path, YNode.Entry entry, Set<String> present) {
        String key = entry.key().value();
        YamlPath at = path.key(key);
        if (CLEAR_PASSWORDS.contains(Closest.normal(key)) && !isHash(entry.value())) {
            return clearPassword(at);
        }
        Optional<Field> meant = byAlias(fields, key).or(() -> byLetters(fields, key));
        if (meant.isPresent()) {
            String right = meant.get().key();
            boolean taken = present.contains(right);
            return Finding.atKey(
                    at,
                    DiagnosticCode.UNKNOWN_KEY,
                    unknown(key, path),
                    "Did you mean `" + right + "`?" + (taken ? " It is already here." : ""),
                    taken ? Fixes.remove(at) : Fixes.rename(at, right));
        }
        Optional<Field> elsewhere = misplaced(key);
        if (elsewhere.isPresent()) {
            return Finding.atKey(
                    at,
                    DiagnosticCode.UNKNOWN_KEY,
                    unknown(key, path),
                    "It belongs to another place: write it as `" + elsewhere.get().path() + "`.");
        }
        return Finding.atKey(
                at,
                DiagnosticCode.UNKNOWN_KEY,
                unknown(key, path),
                possible(fields),
                Fixes.remove(at));
    }

    /** A finding for a union's record without any of its variants' keys. */
    Finding kind(Field union, FieldType.Union type, YamlPath path, YNode.YMap map) {
        List<Field> kinds =
                schema.children(union).stream()
                        .filter(f -> f.variant().filter(f.key()::equals).isPresent())
                        .toList();
        for (YNode.Entry entry : map.entries()) {
            String key = entry.key().value();
            Optional<Field> meant = byAlias(kinds, key).or(() -> byLetters(kinds, key));
            if (meant.isPresent()) {
                return Finding.atKey(
                        path.key(key),
                        DiagnosticCode.UNKNOWN_CHECK,
                        "`" + WrongTypes.shorten(key) + "` is no kind of check",
                        "Did you mean `" + meant.get().key() + "`?",
                        Fixes.rename(path.key(key), meant.get().key()));
            }
        }
        YamlPath at =
                map.entries().isEmpty() ? path : path.key(map.entries().getFirst().key().value());
        String names =
                type.variants().stream()
                        .map(FieldType.Variant::key)
                        .collect(Collectors.joining(", "));
        return Finding.atKey(
                at,
                DiagnosticCode.UNKNOWN_CHECK,
                "this is no kind of check",
                "Say what to check with one of: " + names + ".");
    }

    /** Some systems write a hash under a name that others give to the password itself. */
    private static boolean isHash(YNode value) {
        return value instanceof YNode.YScalar s && Shape.PASSWORD_HASH.matches(s.value());
    }

    private static Finding clearPassword(YamlPath at) {
        return Finding.atKey(
                at,
                DiagnosticCode.CLEAR_PASSWORD,
                "a password must not stand in a spec in clear",
                "Write `hashedPassword` with the output of `mkpasswd -m yescrypt` or"
                        + " `openssl passwd -6`.",
                Fixes.remove(at));
    }

    private static String unknown(String key, YamlPath path) {
        String where = path.steps().isEmpty() ? "" : " in `" + path + "`";
        return "unknown key `" + WrongTypes.shorten(key) + "`" + where;
    }

    private static String possible(List<Field> fields) {
        return "Possible here: "
                + fields.stream().map(Field::key).distinct().collect(Collectors.joining(", "))
                + ".";
    }

    private static Optional<Field> byAlias(List<Field> fields, String key) {
        return fields.stream()
                .filter(
                        f ->
                                Closest.same(f.key(), key)
                                        || f.aliases().stream().anyMatch(a -> Closest.same(a, key)))
                .findFirst();
    }

    private static Optional<Field> byLetters(List<Field> fields, String key) {
        Optional<String> near = Closest.to(key, fields.stream().map(Field::key).toList());
        return near.flatMap(n -> fields.stream().filter(f -> f.key().equals(n)).findFirst());
    }

    /** The field of another place that has this key, or this name in another system. */
    private Optional<Field> misplaced(String key) {
        if (byName.isEmpty()) {
            List<Field> fields =
                    schema.fields().stream().filter(f -> f.variant().isEmpty()).toList();
            fields.forEach(f -> byName.putIfAbsent(Closest.normal(f.key()), f));
            for (Field field : fields) {
                field.aliases().forEach(a -> byName.putIfAbsent(Closest.normal(a), field));
                field.elsewhere().forEach(e -> byName.putIfAbsent(Closest.normal(e.name()), field));
            }
        }
        return Optional.ofNullable(byName.get(Closest.normal(key)));
    }
}
