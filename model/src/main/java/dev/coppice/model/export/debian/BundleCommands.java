package dev.coppice.model.export.debian;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shell commands that bring a bundle into a system; its file is there already or downloaded. */
public final class BundleCommands {

    private static final Set<String> ARCHIVES =
            Set.of("tar", "tar.gz", "tgz", "tar.xz", "txz", "tar.zst", "tar.bz2", "zip");

    private final Bundle bundle;
    private final YamlPath path;
    private final String file;
    private final List<Line> commands = new ArrayList<>();

    /**
     * @param file where the bundle's file is, or is downloaded to
     */
    private BundleCommands(Bundle bundle, YamlPath path, String file) {
        this.bundle = bundle;
        this.path = path;
        this.file = file;
    }

    /**
     * One command to a line.
     *
     * @param index the bundle's place in the spec
     * @param file where its file is in the system, or is downloaded to; it is removed in the end
     */
    public static List<Line> of(Bundle bundle, int index, String file) {
        var made = new BundleCommands(bundle, YamlPath.of("bundles", index), file);
        made.fetch();
        made.unpack();
        made.place();
        made.add("rm -f " + quote(file), "name");
        return List.copyOf(made.commands);
    }

    /** Packages with the tools that the commands need, and the values that ask for them. */
    public static Map<String, List<YamlPath>> tools(List<Bundle> bundles) {
        var tools = new LinkedHashMap<String, List<YamlPath>>();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            List<YamlPath> origin = List.of(YamlPath.of("bundles", i));
            if (bundle.origin() instanceof Bundle.Download) {
                tools.putIfAbsent("ca-certificates", origin);
                tools.putIfAbsent("curl", origin);
            }
            switch (archive(bundle)) {
                case "tar.xz", "txz" -> tools.putIfAbsent("xz-utils", origin);
                case "tar.zst" -> tools.putIfAbsent("zstd", origin);
                case "tar.bz2" -> tools.putIfAbsent("bzip2", origin);
                case "zip" -> tools.putIfAbsent("libarchive-tools", origin);
                default -> {}
            }
        }
        return tools;
    }

    /** The name of a bundle's file, without the parameters of its URL. */
    public static String fileName(Bundle bundle) {
        String whole =
                switch (bundle.origin()) {
                    case Bundle.Download(String url) -> url.replaceFirst("[?#].*", "");
                    case Bundle.FromProject(String source) -> source;
                };
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        return name.isEmpty() ? bundle.name() : name;
    }

    /** The kind of archive that is to be unpacked; empty when nothing is. */
    public static String archive(Bundle bundle) {
        String name = fileName(bundle);
        return ARCHIVES.stream()
                .filter(end -> bundle.unpack() && name.endsWith("." + end))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private void fetch() {
        if (bundle.origin() instanceof Bundle.Download(String url)) {
            add(
                    "curl --fail --location --silent --show-error --output "
                            + quote(file)
                            + " "
                            + quote(url),
                    "url");
        }
        bundle.sha256()
                .ifPresent(
                        digest ->
                                add(
                                        "echo "
                                                + quote(digest + "  " + file)
                                                + " | sha256sum --check --quiet",
                                        "sha256"));
    }

    private void unpack() {
        String archive = archive(bundle);
        String into = quote(bundle.into());
        if (archive.isEmpty()) {
            String name = bundle.into() + "/" + fileName(bundle);
            add("install -D -m 0755 " + quote(file) + " " + quote(name), "into", "unpack");
            return;
        }
        add("mkdir -p " + into, "into");
        String tool = archive.equals("zip") ? "bsdtar" : "tar";
        String strip = bundle.strip() > 0 ? " --strip-components=" + bundle.strip() : "";
        add(
                tool + " --no-same-owner -x -f " + quote(file) + " -C " + into + strip,
                "source",
                "into",
                "unpack",
                "strip");
    }

    private void place() {
        for (int i = 0; i < bundle.files().size(); i++) {
            Bundle.Placed placed = bundle.files().get(i);
            install(
                    String.format("%04o", placed.mode()),
                    placed.from(),
                    placed.to(),
                    path.key("files").index(i));
        }
        for (int i = 0; i < bundle.units().size(); i++) {
            String unit = bundle.units().get(i);
            String name = unit.substring(unit.lastIndexOf('/') + 1);
            install("0644", unit, UnitFiles.FOLDER + name, path.key("units").index(i));
        }
    }

    private void install(String mode, String from, String to, YamlPath origin) {
        String source = quote(bundle.into() + "/" + from);
        commands.add(
                new Line(
                        "install -D -m " + mode + " " + source + " " + quote(to), List.of(origin)));
    }

    private void add(String command, String... keys) {
        var origins = new ArrayList<YamlPath>();
        for (String key : keys) {
            origins.add(path.key(key));
        }
        commands.add(new Line(command, origins));
    }
}
