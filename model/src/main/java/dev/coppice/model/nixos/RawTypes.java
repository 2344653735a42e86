package dev.coppice.model.nixos;

import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.RawValue.Type;

/** Whether a raw value is of a type. */
final class RawTypes {

    private RawTypes() {}

    static boolean accepts(NixType type, RawValue value) {
        return switch (type) {
            case NixType.Anything it -> true;
            case NixType.Bool it -> is(value, Type.BOOL);
            case NixType.Whole it -> is(value, Type.INT) && within(it, text(value));
            case NixType.Number it -> is(value, Type.INT) || is(value, Type.FLOAT);
            case NixType.Text it -> is(value, Type.TEXT);
            case NixType.Path it -> is(value, Type.TEXT) && text(value).startsWith("/");
            case NixType.Derivation it -> false;
            case NixType.OneOf it -> is(value, Type.TEXT) && it.values().contains(text(value));
            case NixType.Nothing it -> is(value, Type.NULL);
            case NixType.Items it ->
                    value instanceof RawValue.Items list
                            && list.items().stream().allMatch(each -> accepts(it.item(), each));
            case NixType.Entries it ->
                    value instanceof RawValue.Fields map
                            && map.fields().values().stream()
                                    .allMatch(each -> accepts(it.value(), each));
            case NixType.Submodule it -> value instanceof RawValue.Fields;
            case NixType.Either it -> accepts(it.one(), value) || accepts(it.other(), value);
        };
    }

    private static boolean is(RawValue value, Type type) {
        return value instanceof RawValue.Scalar scalar && scalar.type() == type;
    }

    private static String text(RawValue value) {
        return value instanceof RawValue.Scalar scalar ? scalar.text() : "";
    }

    private static boolean within(NixType.Whole whole, String text) {
        try {
            long number = Long.decode(text.replaceFirst("^0o", "0"));
            return whole.least() <= number && number <= whole.most();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A value in a message. */
    static String shown(RawValue value) {
        return switch (value) {
            case RawValue.Scalar scalar ->
                    switch (scalar.type()) {
                        case NULL -> "nothing";
                        case BOOL -> scalar.text();
                        case INT, FLOAT -> "the number " + scalar.text();
                        case TEXT -> "the text \"" + shortened(scalar.text()) + "\"";
                    };
            case RawValue.Items list -> "a list";
            case RawValue.Fields map -> "a mapping";
        };
    }

    /** The same of a value that a type does not take; of a list, the item that is wrong. */
    static String refused(NixType type, RawValue value) {
        return switch (type) {
            case NixType.Items it when value instanceof RawValue.Items list ->
                    list.items().stream()
                            .filter(each -> !accepts(it.item(), each))
                            .findFirst()
                            .map(each -> "a list with " + refused(it.item(), each))
                            .orElseGet(() -> shown(value));
            case NixType.Either it when it.one() instanceof NixType.Nothing ->
                    refused(it.other(), value);
            case NixType.Either it when it.other() instanceof NixType.Nothing ->
                    refused(it.one(), value);
            default -> shown(value);
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }

    /** What to do about a value of a wrong type. */
    static String help(NixType type, RawValue value) {
        return switch (type) {
            case NixType.Bool it -> "Write true or false, without quotes.";
            case NixType.Whole it when is(value, Type.TEXT) && text(value).matches("-?[0-9]+") ->
                    "Write the number without quotes.";
            case NixType.Whole it ->
                    it.most() == Long.MAX_VALUE
                            ? "Write a whole number."
                            : "Write a whole number from %d to %d."
                                    .formatted(it.least(), it.most());
            case NixType.Text it when value instanceof RawValue.Scalar -> "Put it in quotes.";
            case NixType.Path it -> "Write a path that begins with a slash.";
            case NixType.OneOf it -> "Write one of " + String.join(", ", it.values()) + ".";
            case NixType.Items it when value instanceof RawValue.Items list ->
                    list.items().stream()
                            .filter(each -> !accepts(it.item(), each))
                            .findFirst()
                            .map(each -> help(it.item(), each))
                            .orElse("");
            case NixType.Items it -> "Write a list: [ ... ].";
            case NixType.Derivation it ->
                    "A package is an expression of Nix: set it in a file of your own beside the"
                            + " exported one.";
            case NixType.Submodule it -> "Write a mapping of its options.";
            case NixType.Entries it -> "Write a mapping.";
            case NixType.Either it ->
                    help(it.one() instanceof NixType.Nothing ? it.other() : it.one(), value);
            default -> "See what it takes on search.nixos.org.";
        };
    }
}
