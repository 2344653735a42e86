package dev.coppice.app.compose.search;

import dev.coppice.model.search.Addition;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/** Where a search looks and what it may do there. */
public interface SearchTarget {

    /** The document as it stands; empty while it cannot be read. */
    Optional<YNode> tree();

    /** Where the cursor is, by meaning. */
    YamlPath here();

    /** Shows form and text of a path, with the cursor there. */
    void reveal(YamlPath path);

    /** Adds a field as one step and shows it; why it cannot be added, or empty when it is. */
    Optional<String> add(Addition addition);
}
