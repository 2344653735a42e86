package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Repository;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Package archives beside the distribution's own: sources in the deb822 style of sources.list(5),
 * each with a keyring of its own.
 */
final class RepositoryFiles {

    private RepositoryFiles() {}

    static void write(ConfigSite site) {
        of(site.spec().software().repositories(), site.projectFiles()).forEach(site.tree()::put);
    }

    /**
     * By path.
     *
     * @param projectFiles files of the host by their path in the project
     */
    static SortedMap<String, TreeEntry> of(
            List<Repository> repositories, SortedMap<String, Path> projectFiles) {
        SortedMap<String, TreeEntry> files = new TreeMap<>();
        for (Repository one : repositories) {
            files.put(
                    "/etc/apt/sources.list.d/" + one.name() + ".sources",
                    TreeEntry.text(source(one)));
            files.put(keyring(one), key(one.key(), projectFiles));
        }
        return files;
    }

    private static String source(Repository repository) {
        StringBuilder text = new StringBuilder("Types: deb\n");
        text.append("URIs: ").append(repository.url()).append('\n');
        text.append("Suites: ").append(String.join(" ", repository.suites())).append('\n');
        if (!repository.components().isEmpty()) {
            text.append("Components: ").append(String.join(" ", repository.components()));
            text.append('\n');
        }
        return text.append("Signed-By: ").append(keyring(repository)).append('\n').toString();
    }

    /** apt(8) tells armoured keys from binary ones by the name's ending. */
    private static String keyring(Repository repository) {
        boolean armored =
                switch (repository.key()) {
                    case Repository.Inline _ -> true;
                    case Repository.FromProject(String source) -> !source.endsWith(".gpg");
                };
        return "/etc/apt/keyrings/" + repository.name() + (armored ? ".asc" : ".gpg");
    }

    private static TreeEntry key(Repository.Key key, SortedMap<String, Path> projectFiles) {
        return switch (key) {
            case Repository.Inline(String armored) -> TreeEntry.text(armored.strip() + "\n");
            case Repository.FromProject(String source) ->
                    new TreeEntry.HostFile(projectFiles.get(source), ConfigTree.FILE, 0, 0);
        };
    }
}
