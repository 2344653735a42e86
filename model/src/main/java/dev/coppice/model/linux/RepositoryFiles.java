package dev.coppice.model.linux;

import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/**
 * Package archives beside the distribution's own: sources in the deb822 style of sources.list(5),
 * each with a keyring of its own.
 */
public final class RepositoryFiles {

    private RepositoryFiles() {}

    /** The sources, and the keys that stand in the spec. */
    public static List<SettingFile> of(SystemSpec spec) {
        var files = new ArrayList<SettingFile>();
        List<Repository> repositories = spec.software().repositories();
        for (int i = 0; i < repositories.size(); i++) {
            Repository one = repositories.get(i);
            YamlPath origin = YamlPath.of("repositories", i);
            files.add(
                    SettingFile.plain(
                            "/etc/apt/sources.list.d/" + one.name() + ".sources",
                            source(one),
                            origin));
            if (one.key() instanceof Repository.Inline(String armored)) {
                files.add(
                        SettingFile.plain(keyring(one), armored.strip() + "\n", origin.key("key")));
            }
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

    /**
     * Where the key of an archive is: apt(8) tells armoured keys from binary ones by the name's
     * ending.
     */
    public static String keyring(Repository repository) {
        boolean armored =
                switch (repository.key()) {
                    case Repository.Inline _ -> true;
                    case Repository.FromProject(String source) -> !source.endsWith(".gpg");
                };
        return "/etc/apt/keyrings/" + repository.name() + (armored ? ".asc" : ".gpg");
    }
}
