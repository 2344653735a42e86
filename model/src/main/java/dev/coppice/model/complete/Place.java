package dev.coppice.model.complete;

import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/**
 * What is being written at a place of a text.
 *
 * @param kind whether it is a key or a value
 * @param path for a key the mapping that it belongs to, for a value the value itself
 * @param token the characters that stand for it so far, without quotes
 * @param typed the part of them before the cursor
 * @param position how it stands in the text
 * @param around the collection that it belongs to; empty at the top of an empty document
 * @param entry the entry whose key it is, when the entry has a colon already
 * @param scalar the scalar that it is, when there is one
 */
record Place(
        Kind kind,
        YamlPath path,
        TextRange token,
        String typed,
        Position position,
        Optional<LooseNode> around,
        Optional<LooseNode.Entry> entry,
        Optional<LooseScalar> scalar) {

    /** What is written. */
    enum Kind {
        KEY,
        VALUE,
        /** A line inside a block of text. */
        TEXT
    }

    /**
     * How something stands in the text.
     *
     * @param flow inside braces or brackets
     * @param ownLine whether nothing stands before it on its line, dashes aside
     * @param column where its line of keys or dashes starts
     * @param parentColumn the column of the collection around it; -1 at the top
     * @param newItem whether a dash has to be written before it
     */
    record Position(boolean flow, boolean ownLine, int column, int parentColumn, boolean newItem) {}

    /** The mapping whose key is being written. */
    Optional<LooseMap> record() {
        return around.filter(LooseMap.class::isInstance).map(LooseMap.class::cast);
    }
}
