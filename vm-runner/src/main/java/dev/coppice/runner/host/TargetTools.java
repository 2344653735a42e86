package dev.coppice.runner.host;

import dev.coppice.runner.build.kairos.ContainerEngine;
import dev.coppice.runner.build.nixos.NixTool;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools of other targets than Debian: without them Coppice works, with a limit. */
final class TargetTools {

    private final ProcessRunner processes;

    TargetTools(ProcessRunner processes) {
        this.processes = processes;
    }

    List<Finding> examine(Cancellation cancellation) throws InterruptedException {
        return List.of(nix(cancellation), engine(cancellation));
    }

    private Finding nix(Cancellation cancellation) throws InterruptedException {
        String code = "tool-nix";
        String title = "Nix, for the target NixOS";
        if (processes.tools().find("nix").isEmpty()) {
            return Finding.limited(code, title, "not found", NixTool.INSTALL);
        }
        Optional<NixTool.Version> version = new NixTool(processes).version(cancellation);
        String words = version.map(NixTool.Version::words).orElse("it does not say its version");
        return version.filter(NixTool.Version::suits).isPresent()
                ? Finding.ok(code, title, words)
                : Finding.limited(
                        code,
                        title,
                        words + ", but NixOS needs " + NixTool.OLDEST + " or newer",
                        NixTool.INSTALL);
    }

    private Finding engine(Cancellation cancellation) throws InterruptedException {
        String code = "tool-container-engine";
        String title = "podman or docker, for the target Kairos";
        Optional<ContainerEngine> engine = ContainerEngine.find(processes);
        if (engine.isEmpty()) {
            return Finding.limited(
                    code, title, "not found", processes.tools().installCommand("podman"));
        }
        List<String> lines = new ArrayList<>();
        processes.run(Command.of(engine.get().program(), "--version"), lines::add, cancellation);
        return Finding.ok(code, title, lines.isEmpty() ? engine.get().program() : lines.getLast());
    }
}
