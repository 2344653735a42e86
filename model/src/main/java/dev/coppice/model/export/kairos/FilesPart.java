package dev.coppice.model.export.kairos;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The spec's own files. Those of {@code /etc} and {@code /usr/local} are written at each start, as
 * the image's own are hidden or stale there; those of other people when the accounts are there; the
 * rest are part of the image.
 */
final class FilesPart {

    private static final String ROOT = "root";

    private final Plan plan;
    private final List<Yaml> owned = new ArrayList<>();
    private final List<Yaml> commands = new ArrayList<>();

    FilesPart(Plan plan) {
        this.plan = plan;
    }

    void write() {
        List<FileEntry> files = plan.spec().files();
        for (int i = 0; i < files.size(); i++) {
            file(files.get(i), YamlPath.of("files", i));
        }
    }

    /** Steps of the stage {@code boot}. */
    List<Yaml> steps() {
        var steps = new ArrayList<Yaml>();
        if (!commands.isEmpty()) {
            steps.add(
                    new YamlMap()
                            .put("name", Yaml.text("Folders of people"))
                            .put("commands", Yaml.items(commands))
                            .done());
        }
        if (!owned.isEmpty()) {
            steps.add(
                    new YamlMap()
                            .put("name", Yaml.text("Files of people"))
                            .put("files", Yaml.items(owned))
                            .done());
        }
        return steps;
    }

    private void file(FileEntry file, YamlPath path) {
        Optional<Yaml.Text> text = text(file.body(), path);
        boolean foreign = !file.owner().equals(ROOT) || !file.group().equals(ROOT);
        boolean atStart =
                KairosPaths.isIn("/etc", file.path())
                        || KairosPaths.isIn("/usr/local", file.path());
        if (text.isPresent() && foreign) {
            owned(file, text.get(), path);
        } else if (text.isPresent() && atStart) {
            plan.atStart(file.path(), file.mode(), text.get(), List.of(path));
        } else {
            inImage(file, path);
            if (foreign) {
                commands.add(chown(file, path));
            }
        }
    }

    private Optional<Yaml.Text> text(FileEntry.Body body, YamlPath path) {
        return switch (body) {
            case FileEntry.Inline(String content) ->
                    Optional.of(Yaml.text(Templates.escaped(content), path.key("content")));
            case FileEntry.FromProject(String source) ->
                    plan.input()
                            .files()
                            .text(source)
                            .map(t -> Yaml.text(Templates.escaped(t), path.key("source")));
        };
    }

    private void inImage(FileEntry file, YamlPath path) {
        plan.image(
                switch (file.body()) {
                    case FileEntry.Inline(String content) ->
                            ImageFile.text(file.path(), content, List.of(path));
                    case FileEntry.FromProject(String source) ->
                            ImageFile.copy(file.path(), source, path);
                });
        if (file.mode() != SettingFile.PLAIN) {
            plan.run(
                    "",
                    "chmod %04o %s".formatted(file.mode(), ShellWords.quoted(file.path())),
                    List.of(path));
        }
    }

    private void owned(FileEntry file, Yaml.Text text, YamlPath path) {
        homeFolders(file, path);
        var entry = new YamlMap(path);
        entry.put("path", Yaml.text(file.path(), path.key("path")));
        entry.put("permissions", Plan.octal(file.mode()));
        entry.put(
                "ownerstring",
                file.owner() + ":" + file.group(),
                path.key("owner"),
                path.key("group"));
        owned.add(entry.put("content", text).done());
    }

    private static Yaml chown(FileEntry file, YamlPath path) {
        return Yaml.text(
                Templates.escaped(
                        ShellWords.command(
                                List.of("chown", file.owner() + ":" + file.group(), file.path()))),
                path);
    }

    /** Directories on the way to a file in a home would be root's. */
    private void homeFolders(FileEntry file, YamlPath path) {
        for (User user : plan.spec().accounts().users()) {
            String home = "/home/" + user.name() + "/";
            String folder = file.path().substring(0, file.path().lastIndexOf('/'));
            if ((folder + "/").startsWith(home) && folder.length() >= home.length()) {
                var words = new ArrayList<String>(List.of("install", "-d", "-o", user.name()));
                words.addAll(List.of("-g", user.name()));
                for (int slash = folder.indexOf('/', home.length());
                        slash > 0;
                        slash = folder.indexOf('/', slash + 1)) {
                    words.add(folder.substring(0, slash));
                }
                words.add(folder);
                commands.add(Yaml.text(Templates.escaped(ShellWords.command(words)), path));
            }
        }
    }
}
