package dev.coppice.runner.build.nixos;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.build.foreign.ImageMaker;
import dev.coppice.runner.build.foreign.Workshop;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.BootImage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the disk of a NixOS configuration: its image variant {@code qemu}, which starts by BIOS.
 */
public final class NixosImages implements ImageMaker {

    private static final int DEEPEST = 4;

    private final ProcessRunner processes;

    public NixosImages(ProcessRunner processes) {
        this.processes = processes;
    }

    @Override
    public String title(BuildRequest request) {
        return "NixOS image of " + request.spec().hostname();
    }

    @Override
    public String history(BuildRequest request) {
        return "image nixos";
    }

    @Override
    public Product make(BuildRequest request, Workshop workshop)
            throws IOException, InterruptedException {
        if (!(request.target() instanceof BuildTarget.Nixos target)) {
            throw new IllegalArgumentException("no configuration of NixOS");
        }
        new NixTool(processes).require(workshop.cancellation());
        NixFlake flake =
                NixFlake.write(
                        target.export(),
                        request.project(),
                        workshop.directory().resolve("flake"),
                        request.spec().hostname(),
                        target.settings());
        Workshop.Explainer explainer =
                (how, lines) -> NixFailure.of(how, lines, target.export()).problem();
        var locks = new NixLocks(workshop.cache(), request.spec().name());
        locks.put(flake);
        workshop.tell("Looking up nixpkgs");
        workshop.run(flake.locking(), explainer);
        locks.keep(flake);
        workshop.tell("Evaluating the configuration");
        workshop.run(flake.evaluation(), explainer);
        workshop.tell("Building the image");
        Path link = workshop.directory().resolve("result");
        workshop.run(flake.build(link), explainer);
        Path result = link.toRealPath();
        Path disk = disk(result);
        var inputs =
                CanonicalInputs.of(
                        Map.of("kind", "nixos", "result", result.toString(), "name", name(disk)));
        boolean raw = !name(disk).endsWith(".qcow2");
        return new Product(
                inputs,
                new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.BIOS),
                file -> {
                    workshop.tell("Bringing the image into the store");
                    if (raw) {
                        workshop.copyDisk(disk, file);
                    } else {
                        workshop.copy(copy(disk, file));
                    }
                });
    }

    /** The image without its empty parts; what the store of Nix has is left as it is. */
    private static Command copy(Path disk, Path file) {
        return Command.of(
                "cp",
                "--sparse=always",
                "--reflink=auto",
                "--no-preserve=mode",
                disk.toString(),
                file.toString());
    }

    private static String name(Path disk) {
        return disk.getFileName().toString();
    }

    /** The disk in a result: itself, or the one file in it that is a disk. */
    private static Path disk(Path result) throws IOException {
        if (Files.isRegularFile(result)) {
            return result;
        }
        try (Stream<Path> all = Files.walk(result, DEEPEST)) {
            Optional<Path> found =
                    all.filter(Files::isRegularFile)
                            .filter(file -> name(file).matches(".+\\.(qcow2|img|raw)"))
                            .findFirst();
            return found.orElseThrow(
                    () ->
                            new ProblemException(
                                    new Problem(
                                            "image-not-found",
                                            "Nix built " + result + ", in which there is no disk.",
                                            "The variant qemu of this nixpkgs makes something else;"
                                                    + " name another nixpkgs with nix.nixpkgs of"
                                                    + " the settings.",
                                            List.of())));
        }
    }
}
