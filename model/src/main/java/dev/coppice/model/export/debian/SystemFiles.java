package dev.coppice.model.export.debian;

import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.ContainerUnits;
import dev.coppice.model.linux.RepositoryFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.SettingFiles;
import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All files that a spec means on a Debian system of one's own, but what is mounted, which depends
 * on the machine.
 */
public final class SystemFiles {

    /** Of machines whose root is a stack of layers; where the root is a disk, images are on it. */
    private static final String IMAGES_IN_MEMORY = "var-lib-containers-storage.mount";

    private SystemFiles() {}

    /** One for each path; a file of the spec wins over what its settings would write. */
    public static List<SystemFile> of(SystemSpec spec) {
        var settings = new ArrayList<SettingFile>(SettingFiles.of(spec));
        settings.addAll(ConsoleFiles.of(spec.region()));
        var all = new ArrayList<SystemFile>();
        settings.stream()
                .filter(file -> !file.path().endsWith("/" + IMAGES_IN_MEMORY))
                .map(SystemFiles::onDisk)
                .map(SystemFile::of)
                .forEach(all::add);
        all.addAll(PlacedFiles.keys(spec.accounts().users()));
        all.addAll(archiveKeys(spec.software().repositories()));
        all.addAll(images(spec.containers()));
        all.addAll(PlacedFiles.of(spec));
        var byPath = new LinkedHashMap<String, SystemFile>();
        all.forEach(file -> byPath.put(file.path(), file));
        return List.copyOf(byPath.values());
    }

    private static SettingFile onDisk(SettingFile file) {
        if (!file.content().contains("=" + IMAGES_IN_MEMORY + "\n")) {
            return file;
        }
        String content =
                file.content()
                        .lines()
                        .filter(line -> !line.endsWith("=" + IMAGES_IN_MEMORY))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
        return new SettingFile(file.path(), content, file.mode(), file.origins());
    }

    private static List<SystemFile> archiveKeys(List<Repository> repositories) {
        var files = new ArrayList<SystemFile>();
        for (int i = 0; i < repositories.size(); i++) {
            Repository one = repositories.get(i);
            if (one.key() instanceof Repository.FromProject(String source)) {
                files.add(
                        SystemFile.copy(
                                RepositoryFiles.keyring(one),
                                source,
                                YamlPath.of("repositories", i, "keySource")));
            }
        }
        return files;
    }

    private static List<SystemFile> images(List<Container> containers) {
        var files = new ArrayList<SystemFile>();
        for (int i = 0; i < containers.size(); i++) {
            Container one = containers.get(i);
            YamlPath origin = YamlPath.of("containers", i, "imageArchive");
            one.imageArchive()
                    .ifPresent(
                            archive ->
                                    files.add(
                                            SystemFile.copy(
                                                    ContainerUnits.imagePath(one),
                                                    archive,
                                                    origin)));
        }
        return files;
    }
}
