package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.UnitFiles;
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

    static final String UNITS = UnitFiles.FOLDER;

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
}
