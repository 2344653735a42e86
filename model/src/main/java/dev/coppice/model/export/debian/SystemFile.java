package dev.coppice.model.export.debian;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.yaml.YamlPath;

import java.util.Arrays;
import java.util.List;

/**
 * A file of the system that a spec describes.
 *
 * @param path absolute
 * @param mode permission bits, 0 to 07777
 * @param owner user name
 * @param group group name
 */
public record SystemFile(String path, Body body, int mode, String owner, String group) {

    private static final String ROOT = "root";

    /** What a file is made of. */
    public sealed interface Body {

        /** The values of the spec that it says. */
        List<YamlPath> origins();
    }

    /** Lines of text. */
    public record Written(List<Line> lines) implements Body {
        public Written {
            lines = List.copyOf(lines);
        }

        @Override
        public List<YamlPath> origins() {
            return lines.stream().flatMap(line -> line.origins().stream()).distinct().toList();
        }
    }

    /** A file of the project. */
    public record FromProject(String source, YamlPath origin) implements Body {

        @Override
        public List<YamlPath> origins() {
            return List.of(origin);
        }
    }

    /** Whether it is root's. */
    public boolean ofRoot() {
        return owner.equals(ROOT) && group.equals(ROOT);
    }

    /** The mode as people write it: {@code 0644}. */
    public String octal() {
        return String.format("%04o", mode);
    }

    static SystemFile of(SettingFile file) {
        return new SystemFile(
                file.path(), written(file.content(), file.origins()), file.mode(), ROOT, ROOT);
    }

    static SystemFile copy(String path, String source, YamlPath origin) {
        return new SystemFile(path, new FromProject(source, origin), SettingFile.PLAIN, ROOT, ROOT);
    }

    /** The lines of a text, all with the same origins; its empty lines stay. */
    static Written written(String content, List<YamlPath> origins) {
        if (content.isEmpty()) {
            return new Written(List.of());
        }
        String whole =
                content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        return new Written(
                Arrays.stream(whole.split("\n", -1)).map(line -> new Line(line, origins)).toList());
    }
}
