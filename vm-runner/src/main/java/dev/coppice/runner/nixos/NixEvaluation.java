package dev.coppice.runner.nixos;

import dev.coppice.model.nixos.NixRelease;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has Nix evaluate the table of options that the manual of NixOS is made from. */
final class NixEvaluation {

    /** Names a nixpkgs on this computer instead of the channel's. */
    private static final String NIXPKGS = "COPPICE_NIXPKGS";

    private static final String RESULT = "share/doc/nixos/options.json";
    private static final int LAST = 40;

    private final ProcessRunner processes;
    private final String nixpkgs;

    NixEvaluation(ProcessRunner processes, Map<String, String> environment) {
        this.processes = processes;
        this.nixpkgs = environment.getOrDefault(NIXPKGS, "").strip();
    }

    /** Which nixpkgs is evaluated. */
    String source() {
        return nixpkgs.isEmpty()
                ? "https://channels.nixos.org/nixos-" + NixRelease.STABLE + "/nixexprs.tar.xz"
                : nixpkgs;
    }

    private String expression() {
        String from =
                nixpkgs.isEmpty()
                        ? "fetchTarball \"" + source() + "\""
                        : "/. + \"" + nixpkgs.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "(import (("
                + from
                + ") + \"/nixos\") {"
                + " configuration.nixpkgs.hostPlatform = builtins.currentSystem;"
                + " }).config.system.build.manual.optionsJSON";
    }

    /** The file that Nix has built. */
    Path options(JobStep step, Cancellation cancellation) throws InterruptedException {
        var lines = new ArrayDeque<String>();
        Exit exit =
                processes.run(
                        Command.of(List.of("nix-build", "--no-out-link", "--expr", expression())),
                        line -> {
                            step.log(line);
                            if (lines.size() == LAST) {
                                lines.removeFirst();
                            }
                            lines.add(line);
                        },
                        cancellation);
        if (exit instanceof Exit.NotFound) {
            throw new ProblemException(
                    "tool-missing",
                    "Nix is not on this computer.",
                    "Install it (package nix-bin, 2.18 or newer), download the options, or take"
                            + " them from a file.");
        }
        cancellation.check();
        return Optional.of(exit).filter(Exit::ok).stream()
                .flatMap(fine -> lines.reversed().stream())
                .map(String::strip)
                .filter(line -> line.startsWith("/"))
                .findFirst()
                .map(place -> Path.of(place).resolve(RESULT))
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        new Problem(
                                                "options-not-evaluated",
                                                "Nix could not evaluate the options of NixOS: it "
                                                        + exit.describe()
                                                        + ".",
                                                "Its last lines say why. nixpkgs wants Nix 2.18 or"
                                                        + " newer.",
                                                List.copyOf(lines))));
    }
}
