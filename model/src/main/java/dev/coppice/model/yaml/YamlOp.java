package dev.coppice.model.yaml;

/** A change of a document by meaning; {@link YamlPatcher} turns it into the smallest edit. */
public sealed interface YamlOp {

    /** Sets the value at a path; missing mappings and a missing last key are made. */
    record Set(YamlPath path, YamlValue value) implements YamlOp {}

    /** Removes an entry or an item, with the line that it stands on. */
    record Remove(YamlPath path) implements YamlOp {}

    /**
     * Inserts an item before {@code index}; at the list's size, appends. A missing list is made.
     */
    record Insert(YamlPath list, int index, YamlValue value) implements YamlOp {}

    /** Gives a mapping's entry another key. */
    record Rename(YamlPath path, String key) implements YamlOp {}

    /**
     * Removes the second of the entries with the same key, which no path can name: a path means the
     * first one.
     */
    record RemoveDuplicate(YamlPath path) implements YamlOp {}
}
