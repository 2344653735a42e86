package dev.coppice.model.export.nixos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.spec.SystemSpec;

/** flake.nix: which nixpkgs, and what is made from the configuration. */
final class FlakeFile {

    private final NixConfig config;

    FlakeFile(NixConfig config) {
        this.config = config;
    }

    ExportedFile.Text write() {
        SystemSpec spec = config.spec();
        String host = spec.hostname();
        var out = new TextWriter("  ");
        out.line("# Try it:     nixos-rebuild build-vm --flake .#" + shown(host));
        out.line("# Check it:   nix flake check");
        out.line(
                "# An image:   nixos-rebuild build-image --image-variant qemu --flake .#"
                        + shown(host));
        out.line(
                "# Install it: copy the machine's /etc/nixos/hardware-configuration.nix here,"
                        + " then");
        out.line("#             nixos-rebuild switch --flake .#" + shown(host));
        out.line("# Nix sees only files that git knows: git add --all");
        out.line("{");
        out.indented(
                () -> {
                    if (!spec.description().isEmpty()) {
                        out.line(
                                "description = " + NixText.quoted(spec.description()) + ";",
                                config.written("description"));
                        out.gap();
                    }
                    out.line("# The current stable release of NixOS.");
                    out.line(
                            "inputs.nixpkgs.url = \"github:NixOS/nixpkgs/nixos-"
                                    + NixosExporter.RELEASE
                                    + "\";",
                            config.written("base"));
                    out.gap();
                    outputs(out, host);
                });
        out.line("}");
        return out.file("flake.nix", Language.NIX);
    }

    /** In a comment, a name that needs quotes is rather not followed by more. */
    private static String shown(String host) {
        return host.replaceAll("\\p{Cntrl}", "");
    }

    private void outputs(TextWriter out, String host) {
        out.line("outputs =");
        out.indented(
                () -> {
                    out.line("{ nixpkgs, ... }:");
                    out.line("let");
                    out.indented(
                            () -> {
                                out.line("inherit (nixpkgs) lib;");
                                out.line("system = \"x86_64-linux\";");
                            });
                    out.line("in");
                    out.line("{");
                    out.indented(() -> made(out, host));
                    out.line("};");
                });
    }

    private void made(TextWriter out, String host) {
        out.line(
                "nixosConfigurations." + NixText.name(host) + " = lib.nixosSystem {",
                config.written("hostname"));
        out.indented(
                () -> {
                    out.line("modules = [");
                    out.indented(
                            () -> {
                                out.line("./configuration.nix");
                                out.line("{ nixpkgs.hostPlatform = system; }");
                            });
                    out.line("]");
                    out.line("# Disks and drivers of the real machine, once that file is here.");
                    out.line(
                            "++ lib.optional (builtins.pathExists ./hardware-configuration.nix)"
                                    + " ./hardware-configuration.nix;");
                });
        out.line("};");
        if (!config.spec().checks().isEmpty()) {
            out.gap();
            out.line("# The checks, in a machine that is booted for them.");
            out.line(
                    "checks.${system}.default ="
                            + " nixpkgs.legacyPackages.${system}.testers.runNixOSTest ./"
                            + TestFile.NAME
                            + ";",
                    config.written("checks"));
        }
    }
}
