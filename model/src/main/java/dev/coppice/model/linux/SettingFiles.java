package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;

import java.util.List;
import java.util.function.Function;

/**
 * All settings of a spec that are plain files of root's. Accounts, what is mounted, bundles and the
 * spec's own {@code files} are not among them; nor are the {@link ConsoleFiles}, of which a package
 * makes something when it is installed.
 */
public final class SettingFiles {

    private static final List<Function<SystemSpec, List<SettingFile>>> TOPICS =
            List.of(
                    NameFiles::of,
                    RegionFiles::of,
                    SudoFiles::of,
                    RepositoryFiles::of,
                    KernelFiles::of,
                    NetworkFiles::of,
                    SshdFiles::of,
                    UnitFiles::of);

    private SettingFiles() {}

    /** The files; where two have the same path, the later one wins. */
    public static List<SettingFile> of(SystemSpec spec) {
        return TOPICS.stream().flatMap(topic -> topic.apply(spec).stream()).toList();
    }
}
