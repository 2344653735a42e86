package dev.coppice.model.linux;

import dev.coppice.model.spec.Bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A bundle as a script for sh(1) that installs it on a Debian machine. Pure. */
public final class BundleScript {

    private static final int UNIT = 0644;

    private final Bundle bundle;
    private final List<String> lines = new ArrayList<>();

    private BundleScript(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The lines of the script.
     *
     * @param local where the bundle's file is in the machine, when it comes from the project
     */
    public static List<String> lines(Bundle bundle, String local) {
        return new BundleScript(bundle).write(local);
    }

    /** Packages that the script relies on. */
    public static Set<String> packages(Bundle bundle) {
        var packages = new TreeSet<String>();
        if (bundle.origin() instanceof Bundle.Download) {
            packages.addAll(List.of("ca-certificates", "curl"));
        }
        String name = fileName(bundle);
        if (bundle.unpack() && name.endsWith(".zip")) {
            packages.add("libarchive-tools");
        } else if (bundle.unpack() && name.endsWith("xz")) {
            packages.add("xz-utils");
        } else if (bundle.unpack() && name.endsWith("zst")) {
            packages.add("zstd");
        } else if (bundle.unpack() && name.endsWith("bz2")) {
            packages.add("bzip2");
        }
        return packages;
    }

    /** The name of a bundle's file, without the parameters of its URL. */
    public static String fileName(Bundle bundle) {
        String path =
                switch (bundle.origin()) {
                    case Bundle.Download(String url) -> url.replaceFirst("[?#].*", "");
                    case Bundle.FromProject(String source) -> source;
                };
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? bundle.name() : name;
    }

    private List<String> write(String local) {
        lines.add("set -e");
        String file;
        switch (bundle.origin()) {
            case Bundle.Download(String url) -> {
                file = "\"$work\"/" + ShellWords.quoted(fileName(bundle));
                lines.add("work=$(mktemp --directory)");
                lines.add(
                        "curl --fail --location --silent --show-error --output "
                                + file
                                + " "
                                + ShellWords.quoted(url));
            }
            case Bundle.FromProject(String source) -> file = ShellWords.quoted(local);
        }
        bundle.sha256()
                .ifPresent(
                        hash ->
                                lines.add(
                                        "printf '%%s  %%s\\n' %s %s | sha256sum --check --quiet"
                                                .formatted(ShellWords.quoted(hash), file)));
        unpack(file);
        bundle.files().forEach(this::place);
        for (String unit : bundle.units()) {
            String name = unit.substring(unit.lastIndexOf('/') + 1);
            install(inside(unit), UnitFiles.FOLDER + name, UNIT);
        }
        if (bundle.origin() instanceof Bundle.Download) {
            lines.add("rm -r \"$work\"");
        }
        return lines;
    }

    private void unpack(String file) {
        String into = ShellWords.quoted(bundle.into());
        String name = fileName(bundle);
        boolean archive = name.matches(".*\\.(tar(\\.(gz|xz|zst|bz2))?|tgz|txz|tbz2?|tzst|zip)");
        if (!bundle.unpack() || !archive) {
            String to = ShellWords.quoted(bundle.into() + "/" + name);
            lines.add("install -D --mode=0755 " + file + " " + to);
            return;
        }
        lines.add("mkdir -p " + into);
        String tool = name.endsWith(".zip") ? "bsdtar -xf " : "tar --no-same-owner -xf ";
        String strip = bundle.strip() > 0 ? " --strip-components=" + bundle.strip() : "";
        lines.add(tool + file + " -C " + into + strip);
    }

    private String inside(String from) {
        return bundle.into() + "/" + from;
    }

    /** Only the machine knows whether it is a directory. */
    private void place(Bundle.Placed placed) {
        String from = ShellWords.quoted(inside(placed.from()));
        String to = ShellWords.quoted(placed.to());
        lines.add("if [ -d " + from + " ]; then");
        lines.add("    mkdir -p " + to + " && cp -a " + from + "/. " + to);
        lines.add("else");
        lines.add("    " + installed(inside(placed.from()), placed.to(), placed.mode()));
        lines.add("fi");
    }

    private void install(String from, String to, int mode) {
        lines.add(installed(from, to, mode));
    }

    private static String installed(String from, String to, int mode) {
        return "install -D --mode=%04o %s %s"
                .formatted(mode, ShellWords.quoted(from), ShellWords.quoted(to));
    }
}
