package dev.coppice.model.export.debian;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder of the output that holds the files of a system under their own paths. */
public final class FileFolder {

    private final String folder;
    private final boolean exactNames;
    private final List<ExportedFile> files = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param folder relative, without a slash at its end
     * @param exactNames whether names must stay as they are, because the target copies the folder
     *     as a whole; otherwise characters that need quoting are replaced
     */
    public FileFolder(String folder, boolean exactNames) {
        this.folder = folder;
        this.exactNames = exactNames;
    }

    /** Adds a file; its path from the folder. */
    public String add(SystemFile file) {
        String name = name(file.path());
        switch (file.body()) {
            case SystemFile.Written(var lines) ->
                    files.add(
                            new ExportedFile.Text(
                                    folder + "/" + name,
                                    language(file.path()),
                                    (file.mode() & 0111) != 0,
                                    lines));
            case SystemFile.FromProject(String source, var origin) ->
                    files.add(new ExportedFile.Copy(folder + "/" + name, source, origin));
        }
        return name;
    }

    /** Whether {@link #add} can take a path as it is. */
    public boolean keeps(String path) {
        return safe(path).equals(path.substring(1));
    }

    private String name(String path) {
        String plain = exactNames && !path.contains("..") ? path.substring(1) : safe(path);
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "-" + i;
        }
        return name;
    }

    private static String safe(String path) {
        return path.substring(1).replaceAll("[^A-Za-z0-9._/@+-]", "_").replace("..", "_.");
    }

    /** What was added. */
    public List<ExportedFile> files() {
        return List.copyOf(files);
    }

    private static Language language(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "service", "timer", "socket", "network", "conf", "mount", "target", "ini" ->
                    Language.INI;
            case "yaml", "yml" -> Language.YAML;
            case "json" -> Language.JSON;
            case "sh" -> Language.SHELL;
            default -> Language.PLAIN;
        };
    }
}
