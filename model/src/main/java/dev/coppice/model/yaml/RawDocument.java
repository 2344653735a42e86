package dev.coppice.model.yaml;

import java.util.Optional;

/**
 * The first document of a text as it stands there.
 *
 * @param root its node; empty when nothing is written
 * @param complete whether the whole text was read
 * @param single whether the text holds no second document
 * @param contentFrom offset behind the {@code ---} that opens the document, or 0
 * @param contentTo offset of the {@code ...} that closes it, or the text's end
 */
record RawDocument(
        Optional<Raw> root, boolean complete, boolean single, int contentFrom, int contentTo) {}
