package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What every part of the configuration layer works on.
 *
 * @param lower the system below
 * @param projectFiles files of the host by their path in the project
 */
record ConfigSite(
        SystemSpec spec,
        LowerSystem lower,
        SortedMap<String, Path> projectFiles,
        ConfigTree tree,
        AccountTables accounts,
        UnitInstaller units) {

    static final String UNITS = "/etc/systemd/system/";

    static ConfigSite of(SystemSpec spec, LowerSystem lower, SortedMap<String, Path> projectFiles) {
        ConfigTree tree = new ConfigTree(lower);
        return new ConfigSite(
                spec,
                lower,
                projectFiles,
                tree,
                AccountTables.of(lower, spec.accounts()),
                new UnitInstaller(lower, tree, ownUnits(spec, lower)));
    }

    private static Map<String, String> ownUnits(SystemSpec spec, LowerSystem lower) {
        Map<String, String> own = new LinkedHashMap<>(lower.adminUnits());
        own.putAll(UnitFiles.own(spec));
        return own;
    }

    /** Enables a unit that a setting brings, unless the spec says something else of it. */
    void enable(String unit) {
        if (!spec.systemd().services().containsKey(unit)) {
            units.enable(unit);
        }
    }

    /** Disables a unit, unless the spec says something else of it. */
    void disable(String unit) {
        if (!spec.systemd().services().containsKey(unit)) {
            units.apply(unit, ServiceState.DISABLED);
        }
    }
}
