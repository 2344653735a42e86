package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.list;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Bundles: fetched by their hash into the Nix store, and linked from where they belong. */
final class BundlePart {

    private static final String FOLDER = "00-bundles";

    private final NixConfig config;
    private final NixConfig.Part part;

    BundlePart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.BUNDLES);
    }

    /** Writes the derivations to a text, and the links to the configuration. */
    void write(TextWriter out) {
        List<Bundle> bundles = config.spec().software().bundles();
        if (bundles.isEmpty()) {
            return;
        }
        out.line("let");
        out.indented(
                () -> {
                    out.line("# Fetched by their hashes, and unpacked in the Nix store (bundles).");
                    out.line("bundles = {");
                    out.indented(
                            () -> {
                                for (int i = 0; i < bundles.size(); i++) {
                                    derivation(out, bundles.get(i), YamlPath.of("bundles", i));
                                }
                            });
                    out.line("};");
                });
        out.line("in");
        part.because(
                "Programs made for other distributions look for libraries in /lib: here they are.",
                "programs.nix-ld.enable",
                of(true));
        for (int i = 0; i < bundles.size(); i++) {
            links(bundles.get(i), YamlPath.of("bundles", i));
        }
    }

    private void derivation(TextWriter out, Bundle bundle, YamlPath path) {
        var writer = new NixWriter(out);
        String name = bundle.name().replaceAll("[^A-Za-z0-9+_-]", "-");
        out.line(
                NixText.name(bundle.name())
                        + " = pkgs.runCommand "
                        + NixText.quoted(name.isEmpty() ? "bundle" : name)
                        + " {",
                path.key("name"));
        out.indented(
                () -> {
                    source(writer, bundle, path);
                    if (unpacks(bundle)) {
                        writer.value(
                                "nativeBuildInputs = ",
                                list(code("pkgs.libarchive")),
                                List.of(),
                                ";");
                    }
                });
        out.line("} ''");
        out.indented(() -> steps(out, bundle, path));
        out.line("'';");
    }

    private void source(NixWriter writer, Bundle bundle, YamlPath path) {
        switch (bundle.origin()) {
            case Bundle.Download(String url) -> {
                NixValue.Attrs attrs = NixValue.attrs().with("url", of(url));
                if (bundle.sha256().isPresent()) {
                    attrs = attrs.with("hash", of(integrity(bundle.sha256().get())));
                }
                writer.value(
                        "src = ",
                        new NixValue.Applied("pkgs.fetchurl", attrs),
                        List.of(path.key("url"), path.key("sha256")),
                        ";");
            }
            case Bundle.FromProject(String source) ->
                    writer.value(
                            "src = ",
                            code(config.copy(source, path.key("source"))),
                            List.of(path.key("source"), path.key("sha256")),
                            ";");
        }
    }

    /** The hash as Nix and browsers write it (W3C subresource integrity). */
    static String integrity(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
            return "sha256-" + Base64.getEncoder().encodeToString(bytes);
        } catch (IllegalArgumentException e) {
            return hex;
        }
    }

    private void steps(TextWriter out, Bundle bundle, YamlPath path) {
        out.line("mkdir -p $out");
        if (unpacks(bundle)) {
            out.line(
                    "bsdtar -xf $src --strip-components " + bundle.strip() + " -C $out",
                    path.key("unpack"),
                    path.key("strip"));
        } else {
            out.line(
                    "cp $src $out/" + shell(fileName(bundle)),
                    path.key("unpack"),
                    path.key("strip"));
        }
        var modes = new LinkedHashMap<String, List<YamlPath>>();
        for (int i = 0; i < bundle.files().size(); i++) {
            Bundle.Placed placed = bundle.files().get(i);
            modes.computeIfAbsent(
                            "chmod 0%o $out/%s".formatted(placed.mode(), shell(placed.from())),
                            it -> new ArrayList<>())
                    .add(path.key("files").index(i).key("mode"));
        }
        modes.forEach(out::line);
        for (int i = 0; i < bundle.units().size(); i++) {
            String unit = bundle.units().get(i);
            out.line(
                    "install -D -m 0644 $out/%s $out/lib/systemd/system/%s"
                            .formatted(
                                    shell(unit), shell(unit.substring(unit.lastIndexOf('/') + 1))),
                    path.key("units").index(i));
        }
    }

    /** A word for the shell of a build, inside of a Nix string between pairs of single quotes. */
    private static String shell(String word) {
        String quoted =
                word.matches("[A-Za-z0-9._+/@%:=-]+")
                        ? word
                        : "'" + word.replaceAll("[\\n\\r]", " ").replace("'", "'\\''") + "'";
        return NixText.escapedLines(quoted + " ").stripTrailing();
    }

    private static boolean unpacks(Bundle bundle) {
        return bundle.unpack()
                && fileName(bundle)
                        .matches("(?i).*\\.(tar|tar\\.(gz|xz|zst|bz2)|tgz|txz|tzst|tbz2?|zip)");
    }

    private static String fileName(Bundle bundle) {
        String from =
                switch (bundle.origin()) {
                    case Bundle.Download(String url) -> url.replaceFirst("[?#].*", "");
                    case Bundle.FromProject(String source) -> source;
                };
        String name = from.substring(from.lastIndexOf('/') + 1);
        return name.isEmpty() || name.matches("\\.+") ? bundle.name() : name;
    }

    private void links(Bundle bundle, YamlPath path) {
        String store = "${bundles." + NixText.name(bundle.name()) + "}";
        link(bundle.into(), code("\"" + store + "\""), List.of(path.key("into"), path.key("name")));
        for (int i = 0; i < bundle.files().size(); i++) {
            Bundle.Placed placed = bundle.files().get(i);
            String inside = NixText.quoted("/" + placed.from());
            link(
                    placed.to(),
                    code("\"" + store + inside.substring(1)),
                    List.of(path.key("files").index(i)));
        }
        if (!bundle.units().isEmpty()) {
            part.add(
                    "systemd.packages",
                    code("bundles." + NixText.name(bundle.name())),
                    List.of(path.key("units")));
        }
    }

    private void link(String to, NixValue target, List<YamlPath> origins) {
        part.set(
                List.of("systemd", "tmpfiles", "settings", FOLDER, to, "L+", "argument"),
                target,
                origins);
    }
}
