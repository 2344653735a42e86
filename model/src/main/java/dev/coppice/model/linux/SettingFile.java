package dev.coppice.model.linux;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * A text file of root's that settings of a spec become.
 *
 * @param path absolute
 * @param content the whole text, with a line feed at its end
 * @param mode its permissions, chmod(2)
 * @param origins the settings
 */
public record SettingFile(String path, String content, int mode, List<YamlPath> origins) {

    /** The mode of most files. */
    public static final int PLAIN = 0644;

    /** The mode of programs. */
    public static final int PROGRAM = 0755;

    public SettingFile {
        origins = List.copyOf(origins);
    }

    /** A file that everybody can read. */
    static SettingFile plain(String path, String content, YamlPath... origins) {
        return new SettingFile(path, content, PLAIN, List.of(origins));
    }
}
