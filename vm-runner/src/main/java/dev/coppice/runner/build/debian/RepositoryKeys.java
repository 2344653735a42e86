package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.RepositoryFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.SystemSpec;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of package archives, those with keys of the project included. */
final class RepositoryKeys {

    private RepositoryKeys() {}

    /**
     * The keys of the project by path.
     *
     * @param projectFiles files of the host by their path in the project
     */
    static SortedMap<String, TreeEntry> of(SystemSpec spec, SortedMap<String, Path> projectFiles) {
        SortedMap<String, TreeEntry> files = new TreeMap<>();
        for (Repository one : spec.software().repositories()) {
            if (one.key() instanceof Repository.FromProject(String source)) {
                files.put(
                        RepositoryFiles.keyring(one),
                        new TreeEntry.HostFile(projectFiles.get(source), SettingFile.PLAIN, 0, 0));
            }
        }
        return files;
    }

    /** The sources and all keys, by path. */
    static SortedMap<String, TreeEntry> withSources(
            SystemSpec spec, SortedMap<String, Path> projectFiles) {
        SortedMap<String, TreeEntry> files = of(spec, projectFiles);
        RepositoryFiles.of(spec)
                .forEach(file -> files.put(file.path(), TreeEntry.text(file.content())));
        return files;
    }
}
