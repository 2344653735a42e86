package dev.coppice.model.include;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;

/**
 * One file of a spec.
 *
 * @param name its path in the project; empty for {@code system.yaml} itself
 * @param text its text
 * @param parsed what the parser made of it
 * @param item which item of the root's {@code includes} it is there for, from 0; -1 for the root
 */
record Fragment(String name, SpecText text, ParsedYaml parsed, int item) {

    private static final int ROOT = -1;

    static Fragment root(SpecText text, ParsedYaml parsed) {
        return new Fragment("", text, parsed, ROOT);
    }

    boolean isRoot() {
        return item == ROOT;
    }
}
