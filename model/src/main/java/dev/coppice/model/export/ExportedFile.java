package dev.coppice.model.export;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** A file that an exporter makes. */
public sealed interface ExportedFile {

    /** Its place in the output folder: relative, with slashes, without {@code ..}. */
    String path();

    /**
     * A text, written as UTF-8 with a line feed behind each line.
     *
     * @param executable whether it is a program to start
     */
    record Text(String path, Language language, boolean executable, List<Line> lines)
            implements ExportedFile {
        public Text {
            lines = List.copyOf(lines);
        }

        /** The whole content. */
        public String content() {
            var out = new StringBuilder();
            lines.forEach(line -> out.append(line.text()).append('\n'));
            return out.toString();
        }
    }

    /**
     * A line of a text.
     *
     * @param text without its end
     * @param origins the values of the spec that it says; empty for what is always there
     */
    record Line(String text, List<YamlPath> origins) {
        public Line {
            origins = List.copyOf(origins);
        }
    }

    /**
     * A copy of a file of the project.
     *
     * @param source its path in the project
     * @param origin the value of the spec that names it
     */
    record Copy(String path, String source, YamlPath origin) implements ExportedFile {}
}
