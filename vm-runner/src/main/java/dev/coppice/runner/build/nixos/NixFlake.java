package dev.coppice.runner.build.nixos;

import dev.coppice.model.export.ExportResult;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.foreign.ExportTree;
import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An exported flake in a folder, and what is asked of it. The configuration is evaluated with one
 * module more, which makes its machine one that Preview can talk to; the exported files stay as
 * they are.
 *
 * @param folder where it is
 * @param host the name of its configuration
 * @param settings how Nix is used
 */
record NixFlake(Path folder, String host, BuildTarget.NixSettings settings) {

    private static final String MODULE = "coppice-machine.nix";
    private static final String LOCK = "flake.lock";

    /** What Preview needs: the guest agent, and words on the serial line. */
    private static final String MACHINE =
            """
            { lib, ... }:

            {
              services.qemuGuest.enable = lib.mkDefault true;
              boot.kernelParams = [ "console=tty0" "console=ttyS0" ];
            }
            """;

    /** Writes the files of an export. */
    static NixFlake write(
            ExportResult export,
            Path project,
            Path folder,
            String host,
            BuildTarget.NixSettings settings)
            throws IOException {
        ExportTree.write(export, project, folder);
        Files.writeString(folder.resolve(MODULE), MACHINE);
        return new NixFlake(folder, host, settings);
    }

    /** The file that says which nixpkgs is meant, to the byte. */
    Path lock() {
        return folder.resolve(LOCK);
    }

    /** Writes {@link #lock}, for inputs that it does not name yet. */
    Command locking() {
        var arguments = new ArrayList<String>(List.of("flake", "lock"));
        settings.nixpkgs()
                .ifPresent(
                        reference ->
                                arguments.addAll(
                                        List.of("--override-input", "nixpkgs", reference)));
        arguments.add(reference());
        return NixTool.command(arguments);
    }

    /** Evaluates all that the image is made from, and prints its derivation. */
    Command evaluation() {
        return NixTool.command(
                List.of("eval", "--impure", "--raw", "--expr", image() + ".drvPath"));
    }

    /** Builds the image. */
    Command build(Path result) {
        var arguments =
                new ArrayList<String>(
                        List.of(
                                "build",
                                "--impure",
                                "--print-build-logs",
                                "--out-link",
                                result.toString()));
        settings.builders().ifPresent(all -> arguments.addAll(List.of("--builders", all)));
        arguments.addAll(List.of("--expr", image()));
        return NixTool.command(arguments);
    }

    private String image() {
        return "((builtins.getFlake %s).nixosConfigurations.%s.extendModules { modules = [ %s ]; })"
                        .formatted(
                                quoted(reference()), quoted(host), quoted(folder.resolve(MODULE)))
                + ".config.system.build.images.qemu";
    }

    private String reference() {
        try {
            return new URI("path", folder.toString(), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path of this computer: " + folder, e);
        }
    }

    private static String quoted(Object text) {
        String escaped = text.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + escaped.replace("${", "\\${") + "\"";
    }
}
