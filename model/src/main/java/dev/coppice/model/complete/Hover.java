package dev.coppice.model.complete;

import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * What is to say about a place of a text.
 *
 * @param range the characters that it is about
 * @param path the field that it is about
 * @param title a word or two
 * @param documentation sentences for people, with code in backquotes
 * @param lines further facts, each with its label
 */
public record Hover(
        TextRange range, YamlPath path, String title, String documentation, List<Line> lines) {

    public Hover {
        lines = List.copyOf(lines);
    }

    /**
     * A fact.
     *
     * @param label what kind of fact, {@code Default}
     * @param text with code in backquotes
     */
    public record Line(String label, String text) {}
}
