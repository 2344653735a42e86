package dev.coppice.runner.vm;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** The image of a generation that is one image, as a machine starts from it. */
final class SystemImage {

    static final String SERIAL = "coppice-system";

    /** Room for a system that installs itself; the file is sparse. */
    private static final long INSTALLED_BYTES = 32L << 30;

    private final Layer layer;
    private final Generation generation;
    private final ProcessRunner processes;

    SystemImage(Layer layer, Generation generation, ProcessRunner processes) {
        this.layer = layer;
        this.generation = generation;
        this.processes = processes;
    }

    /**
     * What a machine starts from. The image in the store stays as it is: what a machine keeps goes
     * to a disk that rests on it, of this generation alone.
     *
     * @param state where kept disks are
     */
    BootSource boot(BootImage image, RunOptions options, Path state, RunDirectory directory)
            throws IOException, InterruptedException {
        BootSource.Firmware firmware = firmware(image.firmware(), directory, processes);
        boolean kept = options.keepState();
        return switch (image.format()) {
            case RAW, QCOW2 -> {
                BootSource.Format format = BootSource.Format.valueOf(image.format().name());
                yield kept
                        ? disk(overlay(state, format), BootSource.Format.QCOW2, true, firmware)
                        : disk(layer.image(), format, false, firmware);
            }
            case ISO -> {
                Path empty = kept ? keptFile(state, "img") : directory.disk(SERIAL);
                BootSource.DiskImage target =
                        disk(emptyDisk(empty), BootSource.Format.RAW, kept, firmware);
                yield new BootSource.Iso(layer.image(), Optional.of(target), firmware);
            }
        };
    }

    private static BootSource.DiskImage disk(
            Path file, BootSource.Format format, boolean kept, BootSource.Firmware firmware) {
        return new BootSource.DiskImage(new VmConfig.Disk(SERIAL, file), format, kept, firmware);
    }

    /**
     * What starts the boot loader.
     *
     * @throws ProblemException when this host has none
     */
    static BootSource.Firmware firmware(
            BootImage.Firmware wanted, RunDirectory directory, ProcessRunner processes)
            throws IOException {
        return switch (wanted) {
            case BIOS -> new BootSource.Firmware.Bios();
            case UEFI ->
                    UefiFiles.find()
                            .orElseThrow(
                                    () ->
                                            new ProblemException(
                                                    MachineProblems.firmwareMissing(
                                                            processes
                                                                    .tools()
                                                                    .installCommand("ovmf"))))
                            .firmware(directory);
        };
    }

    /** A disk for one generation: another one's would not fit what is below it. */
    private Path keptFile(Path state, String ending) throws IOException {
        Files.createDirectories(state);
        return state.resolve(generation.system() + "-" + layer.serial() + "." + ending);
    }

    private static Path emptyDisk(Path file) throws IOException {
        if (!Files.exists(file)) {
            try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
                raw.setLength(INSTALLED_BYTES);
            }
        }
        return file;
    }

    private Path overlay(Path state, BootSource.Format below)
            throws IOException, InterruptedException {
        Path file = keptFile(state, "qcow2");
        if (Files.exists(file)) {
            return file;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        var output = new ArrayList<String>();
        try {
            Command command =
                    Command.of(
                            "qemu-img",
                            "create",
                            "-q",
                            "-f",
                            "qcow2",
                            "-F",
                            below.name().toLowerCase(Locale.ROOT),
                            "-b",
                            layer.image().toString(),
                            fresh.toString());
            Exit exit = processes.run(command, output::add, new Cancellation());
            if (exit instanceof Exit.NotFound(String program)) {
                throw new ProblemException(
                        MachineProblems.toolMissing(
                                program, processes.tools().installCommand(program)));
            }
            if (!exit.ok()) {
                throw new ProblemException(MachineProblems.systemDisk(exit.describe(), output));
            }
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
