package dev.coppice.model.yaml;

import java.util.List;

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

    /**
     * Moves an item or an entry to another place among its neighbours. Comments directly above it,
     * on its lines and, indented deeper, below it go with it.
     *
     * @param path the item or entry
     * @param to its number afterwards
     */
    record Move(YamlPath path, int to) implements YamlOp {}

    /**
     * Puts the items of a list in another order, each with its comments as for {@link Move}.
     *
     * @param order the items' present numbers in their new order
     */
    record Reorder(YamlPath list, List<Integer> order) implements YamlOp {
        public Reorder {
            order = List.copyOf(order);
        }
    }

    /**
     * Writes a list or mapping in the other form: in brackets or braces, or a line for each child.
     * It means the same before and after.
     *
     * @param flow whether brackets or braces are wanted
     */
    record Reshape(YamlPath path, boolean flow) implements YamlOp {}

    /** Whether the order of keys is a part of what the change asks for. */
    default boolean isAboutForm() {
        return this instanceof Move || this instanceof Reorder || this instanceof Reshape;
    }
}
