package dev.coppice.model.export;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Writes a text line by line, with indentation and with the origins of each line. */
public final class TextWriter {

    private final String step;
    private final List<Line> lines = new ArrayList<>();
    private int depth;

    /**
     * @param step what a level of indentation adds
     */
    public TextWriter(String step) {
        this.step = step;
    }

    /** Adds a line; a text of several lines becomes several, all with the same origins. */
    public TextWriter line(String text, YamlPath... origins) {
        return line(text, List.of(origins));
    }

    /** The same with a list of origins. */
    public TextWriter line(String text, List<YamlPath> origins) {
        for (String each : text.split("\n", -1)) {
            lines.add(new Line(each.isEmpty() ? "" : step.repeat(depth) + each, origins));
        }
        return this;
    }

    /** Adds an empty line, unless one is there already or nothing is. */
    public TextWriter gap() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(new Line("", List.of()));
        }
        return this;
    }

    /** Adds lines one level deeper. */
    public TextWriter indented(Runnable content) {
        depth++;
        content.run();
        depth--;
        return this;
    }

    /** Whether nothing was written yet. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Adds the lines of another text at this one's indentation. */
    public TextWriter append(TextWriter other) {
        other.lines.forEach(line -> line(line.text(), line.origins()));
        return this;
    }

    /** The lines; an empty one at the end is left out. */
    public List<Line> lines() {
        return !lines.isEmpty() && lines.getLast().text().isEmpty()
                ? List.copyOf(lines.subList(0, lines.size() - 1))
                : List.copyOf(lines);
    }

    /** The text as a file. */
    public ExportedFile.Text file(String path, Language language) {
        return new ExportedFile.Text(path, language, false, lines());
    }

    /** The text as a program to start. */
    public ExportedFile.Text program(String path, Language language) {
        return new ExportedFile.Text(path, language, true, lines());
    }
}
