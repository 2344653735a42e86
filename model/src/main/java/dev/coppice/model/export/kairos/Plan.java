package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Gathers what goes into the image and what the machine does at each start. */
final class Plan {

    /** Directories that every image has. */
    private static final List<String> THERE =
            List.of(
                    "/etc",
                    "/etc/default",
                    "/etc/modules-load.d",
                    "/etc/ssh",
                    "/etc/ssh/sshd_config.d",
                    "/etc/sudoers.d",
                    "/etc/sysctl.d",
                    "/etc/systemd",
                    "/etc/systemd/network",
                    "/etc/systemd/system");

    private final ExportInput input;
    private final Report report;
    private final Map<String, ImageFile> image = new LinkedHashMap<>();
    private final List<RunLine> runs = new ArrayList<>();
    private final Map<String, Yaml.Fields> files = new LinkedHashMap<>();
    private final TreeSet<String> folders = new TreeSet<>();

    Plan(ExportInput input, Report report) {
        this.input = input;
        this.report = report;
    }

    /** A command of the Dockerfile behind the packages. */
    record RunLine(String comment, String command, List<YamlPath> origins) {}

    ExportInput input() {
        return input;
    }

    SystemSpec spec() {
        return input.spec();
    }

    Report report() {
        return report;
    }

    /** A file of the image. */
    void image(ImageFile file) {
        image.put(file.path(), file);
    }

    Collection<ImageFile> imageFiles() {
        return image.values();
    }

    /** A command when the image is built. */
    void run(String comment, String command, List<YamlPath> origins) {
        runs.add(new RunLine(comment, command, origins));
    }

    List<RunLine> runs() {
        return runs;
    }

    /** A file that is written at each start, before systemd is started. */
    void atStart(SettingFile file) {
        atStart(
                file.path(),
                file.mode(),
                Yaml.text(Templates.escaped(file.content())),
                file.origins());
    }

    /** The same with a content of its own origins, its templates escaped already. */
    void atStart(String path, int mode, Yaml.Text content, List<YamlPath> origins) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (!folder.isEmpty() && !THERE.contains(folder)) {
            folders.add(folder);
        }
        files.remove(path);
        files.put(path, file(path, mode, origins).put("content", content).done());
    }

    /** A file of a step without content: without permissions it would have none at all. */
    static YamlMap file(String path, int mode, List<YamlPath> origins) {
        return new YamlMap(origins.toArray(YamlPath[]::new))
                .put("path", Yaml.text(path))
                .put("permissions", octal(mode));
    }

    /** Kairos reads a mode as a number in octal; a text in quotes would be none. */
    static Yaml octal(int mode) {
        return new Yaml.Plain("%04o".formatted(mode), List.of());
    }

    /** The files that are written at each start. */
    Yaml.Items startFiles() {
        return Yaml.items(List.copyOf(files.values()));
    }

    /**
     * A command that makes their directories: those which Kairos makes itself cannot be entered by
     * others.
     */
    Optional<String> startFolders() {
        return folders.isEmpty()
                ? Optional.empty()
                : Optional.of("mkdir -p " + ShellWords.command(List.copyOf(folders)));
    }
}
