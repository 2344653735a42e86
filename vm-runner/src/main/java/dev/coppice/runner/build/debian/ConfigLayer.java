package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The configuration layer: what the settings of a spec are as files. The same spec above the same
 * system gives the same tree.
 */
final class ConfigLayer {

    /** Files come last, so that a file of the spec wins over what its settings would write. */
    private static final List<Consumer<ConfigSite>> PARTS =
            List.of(
                    PeopleFiles::write,
                    SettingsPart::files,
                    StorageFiles::write,
                    SettingsPart::units,
                    SpecFiles::write);

    private ConfigLayer() {}

    /**
     * A finished layer.
     *
     * @param entries by path without leading slash, parents first
     * @param warnings what could not be done, for people
     */
    record Made(SortedMap<String, TreeEntry> entries, List<String> warnings) {}

    /**
     * @param projectFiles files of the host by their path in the project
     */
    static Made make(SystemSpec spec, LowerSystem lower, SortedMap<String, Path> projectFiles) {
        ConfigSite site = ConfigSite.of(spec, lower, projectFiles);
        PARTS.forEach(part -> part.accept(site));
        return new Made(site.tree().entries(), List.copyOf(site.units().warnings()));
    }
}
