package dev.coppice.runner.build.nixos;

import dev.coppice.model.diag.Finding;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.job.Problem;

import java.util.List;
import java.util.Optional;

/**
 * A failure of Nix: of the spec, then there are findings, or of the world.
 *
 * @param findings what NixOS refuses, at the values of the spec; empty when the world failed
 * @param problem the failure as the outcome of a build
 */
record NixFailure(List<Finding> findings, Problem problem) {

    NixFailure {
        findings = List.copyOf(findings);
    }

    /** A cause that is not in the spec. */
    private record World(String words, String code, String message, String hint) {}

    private static final List<World> WORLD =
            List.of(
                    new World(
                            "No space left on device",
                            "disk-full",
                            "The disk is full",
                            "Free some space: nix-collect-garbage removes what Nix no longer"
                                    + " needs."),
                    new World(
                            "cannot connect to",
                            "tool-nix-daemon",
                            "The daemon of Nix does not answer",
                            "Start it with sudo systemctl start nix-daemon, and see that you are"
                                    + " allowed to use it (group nix-users on Debian)."),
                    new World(
                            "unable to download",
                            "network-unreachable",
                            "Nix cannot download what it needs",
                            "Check the network and https_proxy; nixpkgs comes from github.com, and"
                                    + " packages come from cache.nixos.org."),
                    new World(
                            "Could not resolve host",
                            "network-unreachable",
                            "Nix cannot download what it needs",
                            "Check the network and https_proxy; nixpkgs comes from github.com, and"
                                    + " packages come from cache.nixos.org."),
                    new World(
                            "Failed to find a machine for remote building",
                            "builders-unreachable",
                            "No remote builder can build this",
                            "See nix.builders of the settings, and that ssh reaches the builders"
                                    + " without a question."),
                    new World(
                            "is required to build",
                            "builders-unsuitable",
                            "No builder has what a part of the image needs",
                            "Building an image needs a builder for x86_64-linux with the feature"
                                    + " kvm."));

    static NixFailure of(String how, List<String> lines, ExportResult export) {
        String all = String.join("\n", lines);
        Optional<World> world = WORLD.stream().filter(w -> all.contains(w.words())).findFirst();
        if (world.isPresent()) {
            World it = world.get();
            return new NixFailure(
                    List.of(), new Problem(it.code(), it.message() + ".", it.hint(), lines));
        }
        if (all.contains("builder for '") || all.contains("Cannot build '")) {
            return new NixFailure(
                    List.of(),
                    new Problem(
                            "nix-build-failed",
                            "Nix could not build a part of the image.",
                            "The lines above say which; nix log DERIVATION shows all of its log.",
                            lines));
        }
        var findings = new FaultFindings(export);
        List<Finding> found =
                new NixErrors(findings.paths()).read(lines).stream().map(findings::of).toList();
        return new NixFailure(found, problem(how, lines, found));
    }

    private static Problem problem(String how, List<String> lines, List<Finding> found) {
        if (found.isEmpty()) {
            return new Problem(
                    "nix-failed", "Nix " + how + ".", "Its last lines are above.", lines);
        }
        Finding first = found.getFirst();
        return new Problem(
                "nix-evaluation",
                (first.path().equals(YamlPath.ROOT) ? "" : "In system.yaml, " + first.path() + ": ")
                        + first.message(),
                first.help(),
                lines);
    }
}
