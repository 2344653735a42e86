package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** The spec's own files. */
final class FilesPart {

    private static final String ROOT = "root";

    private final FirstBoot boot;

    FilesPart(FirstBoot boot) {
        this.boot = boot;
    }

    void write() {
        List<FileEntry> files = boot.spec().files();
        for (int i = 0; i < files.size(); i++) {
            YamlPath path = YamlPath.of("files", i);
            FileEntry file = files.get(i);
            Optional<Yaml.Text> content = content(file.body(), path);
            if (content.isPresent()) {
                boot.put(file.path(), entry(file, path, content.get()));
                homeFolders(file, path);
            } else {
                boot.report()
                        .dropped(
                                path,
                                "the file is not in the project, or it is no text: user-data"
                                        + " cannot carry it; copy it to the machine");
            }
        }
    }

    private Optional<Yaml.Text> content(FileEntry.Body body, YamlPath path) {
        return switch (body) {
            case FileEntry.Inline(String content) ->
                    Optional.of(Yaml.text(content, path.key("content")));
            case FileEntry.FromProject(String source) ->
                    boot.input()
                            .files()
                            .text(source)
                            .map(content -> Yaml.text(content, path.key("source")));
        };
    }

    /** Files of users that the image does not have are written when these are there. */
    private static Yaml.Fields entry(FileEntry file, YamlPath path, Yaml.Text content) {
        var entry = new YamlMap(path);
        entry.put("path", file.path(), path.key("path"));
        if (file.mode() != SettingFile.PLAIN) {
            entry.put("permissions", FirstBoot.mode(file.mode()), path.key("mode"));
        }
        boolean foreign = !file.owner().equals(ROOT) || !file.group().equals(ROOT);
        if (foreign) {
            entry.put(
                    "owner",
                    file.owner() + ":" + file.group(),
                    path.key("owner"),
                    path.key("group"));
            entry.put("defer", Yaml.bool(true));
        }
        return entry.put("content", content).done();
    }

    /** Directories that are made on the way to a file in a home would be root's. */
    private void homeFolders(FileEntry file, YamlPath path) {
        for (User user : boot.spec().accounts().users()) {
            String home = "/home/" + user.name() + "/";
            int slash = file.path().startsWith(home) ? file.path().indexOf('/', home.length()) : -1;
            if (slash > 0) {
                String folder = file.path().substring(0, slash);
                boot.command(
                        List.of(path.key("path")),
                        List.of(
                                "find",
                                folder,
                                "-type",
                                "d",
                                "-user",
                                ROOT,
                                "-exec",
                                "chown",
                                user.name() + ":",
                                "{}",
                                "+"));
            }
        }
    }
}
