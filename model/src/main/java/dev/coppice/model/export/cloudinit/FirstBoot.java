package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what several parts of a spec add to the lists of a user-data file. */
final class FirstBoot {

    private static final String POLICY = "/usr/sbin/policy-rc.d";

    private final ExportInput input;
    private final Report report;
    private final Map<String, Yaml> files = new LinkedHashMap<>();
    private final List<Yaml> early = new ArrayList<>();
    private final List<Yaml> commands = new ArrayList<>();
    private final SortedMap<String, List<YamlPath>> packages = new TreeMap<>();
    private boolean reboot;

    FirstBoot(ExportInput input, Report report) {
        this.input = input;
        this.report = report;
    }

    ExportInput input() {
        return input;
    }

    SystemSpec spec() {
        return input.spec();
    }

    Report report() {
        return report;
    }

    /** A file of root's that is there before packages are installed. */
    void file(SettingFile file) {
        file(file, false);
    }

    /**
     * A file of root's.
     *
     * @param late whether it is written when the packages are installed
     */
    void file(SettingFile file, boolean late) {
        var entry = new YamlMap(file.origins().toArray(YamlPath[]::new));
        entry.put("path", file.path());
        if (file.mode() != SettingFile.PLAIN) {
            entry.put("permissions", mode(file.mode()));
        }
        if (late) {
            entry.put("defer", Yaml.bool(true));
        }
        put(file.path(), entry.put("content", file.content()).done());
    }

    /** Puts a file in place of one that has its path. */
    void put(String path, Yaml.Fields entry) {
        files.remove(path);
        files.put(path, entry);
    }

    static String mode(int mode) {
        return "%04o".formatted(mode);
    }

    /** A command for the early start of the first boot. */
    void early(List<YamlPath> origins, List<String> words) {
        early.add(line(origins, words));
    }

    /** A command for the end of the first boot. */
    void command(List<YamlPath> origins, List<String> words) {
        commands.add(line(origins, words));
    }

    private static Yaml line(List<YamlPath> origins, List<String> words) {
        return new Yaml.Words(words, origins);
    }

    /** Lines of a script for the end of the first boot. */
    void script(List<YamlPath> origins, List<String> lines) {
        commands.add(new Yaml.Text("(\n" + String.join("\n", lines) + "\n)\n", origins));
    }

    /** A package to install. */
    void need(String name, List<YamlPath> origins) {
        packages.computeIfAbsent(name, n -> new ArrayList<>()).addAll(origins);
    }

    /** Something that only the next boot takes up. */
    void rebootNeeded() {
        reboot = true;
    }

    boolean reboots() {
        return reboot;
    }

    /**
     * Keeps services from starting while they are installed, as invoke-rc.d(8) does it: what they
     * need is enabled later, and the next boot starts them. One that failed would fail its package.
     */
    void startNothingYet() {
        file(new SettingFile(POLICY, "#!/bin/sh\nexit 101\n", 0755, List.of()));
        commands.addFirst(line(List.of(), List.of("rm", "-f", POLICY)));
    }

    Yaml.Items files() {
        return Yaml.items(List.copyOf(files.values()));
    }

    Yaml.Items earlyCommands() {
        return Yaml.items(early);
    }

    Yaml.Items commands() {
        return Yaml.items(commands);
    }

    Yaml.Items packages() {
        return Yaml.items(
                packages.entrySet().stream()
                        .map(each -> new Yaml.Text(each.getKey(), each.getValue()))
                        .toList());
    }
}
