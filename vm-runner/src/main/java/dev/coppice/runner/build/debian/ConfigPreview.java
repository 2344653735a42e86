package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.ContainerUnits;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files that a spec becomes in a Debian image, made by what makes the image, but without one:
 * nothing is read, downloaded or built. Pure.
 */
public final class ConfigPreview {

    private static final Set<String> ACCOUNT_FILES =
            Set.of("/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow");

    private ConfigPreview() {}

    /**
     * Text by absolute path. Of the account files only the lines of the spec's users and groups are
     * there; a symbolic link is {@code -> TARGET}; what comes from a file of the project or out of
     * a bundle is said in parentheses.
     */
    public static SortedMap<String, String> of(SystemSpec spec) {
        TreeMap<String, Path> files = new TreeMap<>();
        ProjectSources.all(spec).forEach(source -> files.put(source, Path.of(source)));
        TreeMap<String, String> result = new TreeMap<>();
        ConsoleFiles.of(spec.region()).forEach(file -> result.put(file.path(), file.content()));
        if (!RegionFiles.locales(spec.region()).isEmpty()) {
            result.put(
                    "/etc/locale.gen",
                    RegionFiles.locales(spec.region()).stream()
                            .map(locale -> locale + "\n")
                            .collect(Collectors.joining()));
        }
        bundles(spec, result);
        ConfigLayer.make(spec, ImaginedSystem.below(spec), files)
                .entries()
                .forEach((path, entry) -> show("/" + path, entry, result));
        Set<String> names = names(spec);
        ACCOUNT_FILES.forEach(path -> result.computeIfPresent(path, (_, t) -> lines(t, names)));
        result.values().removeIf(String::isEmpty);
        return result;
    }

    private static void show(String path, TreeEntry entry, SortedMap<String, String> result) {
        switch (entry) {
            case TreeEntry.Content content ->
                    result.put(path, new String(content.bytes(), StandardCharsets.UTF_8));
            case TreeEntry.HostFile file -> result.put(path, "(" + file.source() + ")\n");
            case TreeEntry.Link(String target) -> result.put(path, "-> " + target + "\n");
            case TreeEntry.Directory _, TreeEntry.Whiteout _ -> {}
        }
    }

    private static void bundles(SystemSpec spec, SortedMap<String, String> result) {
        for (Bundle bundle : spec.software().bundles()) {
            String what = " of the bundle " + bundle.name() + ")\n";
            String name = BundleLayer.fileName(bundle);
            boolean archive = bundle.unpack() && BundleArchive.isArchive(name);
            result.put(bundle.into() + (archive ? "/" : "/" + name), "(" + name + what);
            bundle.files().forEach(file -> result.put(file.to(), "(" + file.from() + what));
            for (String unit : bundle.units()) {
                String file = unit.substring(unit.lastIndexOf('/') + 1);
                result.put(ConfigSite.UNITS + file, "(" + unit + what);
            }
        }
        spec.containers()
                .forEach(
                        container ->
                                container
                                        .imageArchive()
                                        .ifPresent(
                                                archive ->
                                                        result.put(
                                                                ContainerUnits.imagePath(container),
                                                                "(" + archive + ")\n")));
    }

    private static Set<String> names(SystemSpec spec) {
        Set<String> names = new HashSet<>();
        for (User user : spec.accounts().users()) {
            names.add(user.name());
            names.addAll(user.groups());
        }
        spec.accounts().groups().forEach(group -> names.add(group.name()));
        return names;
    }

    private static String lines(String text, Set<String> names) {
        return text.lines()
                .filter(line -> names.contains(line.substring(0, line.indexOf(':'))))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
