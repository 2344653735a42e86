package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;

import java.util.List;
import java.util.Optional;

/** What a field holds. */
public sealed interface FieldType {

    /**
     * A text.
     *
     * @param shape what the text means
     * @param multiline whether people write it in several lines
     * @param numbersToo whether a number without quotes is taken as its digits
     * @param suggestions good values to offer; others are fine
     */
    record Text(Shape shape, boolean multiline, boolean numbersToo, List<String> suggestions)
            implements FieldType {
        public Text {
            suggestions = List.copyOf(suggestions);
        }

        /** A text on one line. */
        public static Text of(Shape shape, String... suggestions) {
            return new Text(shape, false, false, List.of(suggestions));
        }

        /** A text of several lines. */
        public static Text lines(Shape shape) {
            return new Text(shape, true, false, List.of());
        }
    }

    /**
     * A whole number.
     *
     * @param min smallest value
     * @param max largest value
     * @param code the finding for a number out of range
     */
    record Int(long min, long max, DiagnosticCode code) implements FieldType {

        /** A TCP or UDP port. */
        public static Int port() {
            return new Int(1, 65535, DiagnosticCode.BAD_PORT);
        }

        /** Whether this is a TCP or UDP port. */
        public boolean isPort() {
            return code == DiagnosticCode.BAD_PORT;
        }
    }

    /** True or false. */
    record Bool() implements FieldType {}

    /** One of a few texts. */
    record Choice(List<Option> options) implements FieldType {
        public Choice {
            options = List.copyOf(options);
        }

        /** The allowed values. */
        public List<String> values() {
            return options.stream().map(Option::value).toList();
        }
    }

    /**
     * A value of a {@link Choice}.
     *
     * @param value as it stands in the spec
     * @param title for people
     */
    record Option(String value, String title) {}

    /**
     * A list; the row with {@code []} behind its path says what the items are.
     *
     * @param noun what an item is called, {@code user}, for "Add user"
     * @param titleKeys the keys that title an item which is a record, the first that has a value;
     *     empty when an item is its own title
     * @param identity the keys that make an item the same one; empty when the item itself does or
     *     when items have no identity
     * @param unique whether the same item twice is a mistake
     */
    record ListOf(String noun, List<String> titleKeys, List<String> identity, boolean unique)
            implements FieldType {
        public ListOf {
            titleKeys = List.copyOf(titleKeys);
            identity = List.copyOf(identity);
        }

        /** Single values, each at most once. */
        public static ListOf values(String noun) {
            return new ListOf(noun, List.of(), List.of(), true);
        }

        /** Records that one key names. */
        public static ListOf records(String noun, String key) {
            return new ListOf(noun, List.of(key), List.of(key), true);
        }
    }

    /**
     * Entries under names of one's own; the row with {@code .*} behind its path says what they are.
     *
     * @param noun what an entry is called, for "Add service"
     * @param key what its name is
     */
    record MapOf(String noun, EntryKey key) implements FieldType {}

    /**
     * The key of a {@link MapOf}.
     *
     * @param title for people
     * @param shape what it must look like
     * @param placeholder an example shown in an empty input
     * @param suggestions good keys to offer
     */
    record EntryKey(String title, Shape shape, String placeholder, List<String> suggestions) {
        public EntryKey {
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * A record with named fields: the rows one step below its path.
     *
     * @param groups keys of which one must be there
     */
    record Mapping(List<KeyGroup> groups) implements FieldType {
        public Mapping {
            groups = List.copyOf(groups);
        }

        /** A record without groups. */
        public static Mapping plain() {
            return new Mapping(List.of());
        }
    }

    /**
     * At least one of these keys must be there.
     *
     * @param exclusive whether more than one is a mistake
     */
    record KeyGroup(List<String> keys, boolean exclusive) {
        public KeyGroup {
            keys = List.copyOf(keys);
        }
    }

    /** A record whose kind is told by which of its variants' keys is there. */
    record Union(List<Variant> variants) implements FieldType {
        public Union {
            variants = List.copyOf(variants);
        }

        /** The variant that a key stands for. */
        public Optional<Variant> variant(String key) {
            return variants.stream().filter(v -> v.key().equals(key)).findFirst();
        }
    }

    /** A mapping that is kept as it is written: somebody else knows what it means. */
    record Raw() implements FieldType {}

    /**
     * One kind of a {@link Union}.
     *
     * @param key the key that tells the kind; its value titles an item
     * @param title for people
     */
    record Variant(String key, String title) {}
}
