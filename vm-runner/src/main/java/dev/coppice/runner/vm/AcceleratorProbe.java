package dev.coppice.runner.vm;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.LongProcess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Learns which accelerator really runs a kernel on this host, by running one in small: a boot
 * sector that switches to long mode with paging, waits for timer interrupts, computes, and ends
 * QEMU with an agreed code. Looking at {@code /dev/kvm} is not enough: there are hosts where it
 * opens, takes a machine, and then emulates every single instruction, so that a kernel seems to
 * hang.
 */
public final class AcceleratorProbe {

    /** Where KVM works the whole probe takes some 0.3 s, and a few times that when it is nested. */
    private static final Duration DEADLINE = Duration.ofMillis(2500);

    /** The boot sector writes 0x20 to the device, which ends QEMU with 2 * 0x20 + 1. */
    private static final int SUCCESS = 0x41;

    /** On a host so busy that the emulator, which always works, needs long, others need longer. */
    private static final int BUSY_FACTOR = 5;

    private static final String TOO_SLOW = "did not finish a test kernel in time";

    private static final int FLOPPY_BYTES = 1_474_560;

    private final Path qemu;
    private final Path workDirectory;

    /**
     * @param qemu the program {@code qemu-system-x86_64}
     * @param workDirectory a private directory for the probe's files
     */
    public AcceleratorProbe(Path qemu, Path workDirectory) {
        this.qemu = qemu;
        this.workDirectory = workDirectory;
    }

    /** Tries the accelerators that this QEMU has, the quick ones first. */
    public Accelerator.Choice choose() throws IOException, InterruptedException {
        List<String> offered = offered();
        var reasons = new ArrayList<String>();
        for (Accelerator candidate : Accelerator.values()) {
            String name = name(candidate);
            if (candidate == Accelerator.TCG || !offered.contains(name)) {
                continue;
            }
            String refusal = attempt(candidate, DEADLINE);
            if (refusal.endsWith(TOO_SLOW)) {
                Duration patience = patience();
                if (patience.compareTo(DEADLINE) > 0) {
                    refusal = attempt(candidate, patience);
                }
            }
            if (refusal.isEmpty()) {
                return new Accelerator.Choice(
                        candidate, title(candidate) + " ran the test kernel on this host");
            }
            reasons.add(refusal);
        }
        String why =
                reasons.isEmpty()
                        ? "this QEMU has no accelerator for this host"
                        : String.join("; ", reasons);
        return new Accelerator.Choice(Accelerator.TCG, "Emulating the processor (slower): " + why);
    }

    /** Names of the accelerators that QEMU was built with. */
    private List<String> offered() throws IOException, InterruptedException {
        Path output = Files.createTempFile(workDirectory, "accelerators", ".txt");
        try {
            run(List.of("-accel", "help"), output, DEADLINE.multipliedBy(BUSY_FACTOR));
            return Files.readAllLines(output).stream().map(String::strip).toList();
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** How long a working accelerator may take on this host as busy as it is now. */
    private Duration patience() throws IOException, InterruptedException {
        long start = System.nanoTime();
        attempt(Accelerator.TCG, DEADLINE.multipliedBy(BUSY_FACTOR));
        return Duration.ofNanos(System.nanoTime() - start).multipliedBy(BUSY_FACTOR);
    }

    /** Runs the boot sector; empty when it ended as agreed, else why not. */
    String attempt(Accelerator accelerator, Duration deadline)
            throws IOException, InterruptedException {
        String title = title(accelerator);
        if (accelerator == Accelerator.KVM) {
            Path device = Path.of("/dev/kvm");
            if (!Files.exists(device)) {
                return "this host has no /dev/kvm";
            }
            if (!Files.isReadable(device) || !Files.isWritable(device)) {
                return "this user may not open /dev/kvm (add the user to the group kvm)";
            }
        }
        Path floppy = Files.createTempFile(workDirectory, "probe", ".img");
        Path output = Files.createTempFile(workDirectory, "probe", ".log");
        try {
            Files.write(floppy, Arrays.copyOf(bootSector(), FLOPPY_BYTES));
            int exit = run(arguments(accelerator, floppy), output, deadline);
            if (exit == SUCCESS) {
                return "";
            }
            if (exit < 0) {
                return title + " opens but " + TOO_SLOW;
            }
            List<String> words = LongProcess.lastLines(output, 1);
            return title + " failed" + (words.isEmpty() ? "" : " (" + words.getFirst() + ")");
        } finally {
            Files.deleteIfExists(floppy);
            Files.deleteIfExists(output);
        }
    }

    private static List<String> arguments(Accelerator accelerator, Path floppy) {
        return List.of(
                "-nodefaults",
                "-no-user-config",
                "-machine",
                "pc",
                "-accel",
                name(accelerator),
                "-cpu",
                accelerator == Accelerator.TCG ? "max" : "host",
                "-m",
                "16",
                "-display",
                "none",
                "-device",
                "isa-debug-exit,iobase=0xf4,iosize=1",
                "-drive",
                "if=floppy,format=raw,readonly=on,file=" + floppy.toString().replace(",", ",,"));
    }

    /** Runs QEMU; its exit code, or -1 when it had to be ended. */
    private int run(List<String> arguments, Path output, Duration deadline)
            throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of(qemu.toString()));
        argv.addAll(arguments);
        LongProcess process = LongProcess.start(Command.of(argv.toArray(String[]::new)), output);
        try {
            return process.ended().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return -1;
        } catch (ExecutionException e) {
            throw new IOException("cannot follow " + qemu, e);
        } finally {
            process.kill();
        }
    }

    private static byte[] bootSector() throws IOException {
        try (InputStream in = AcceleratorProbe.class.getResourceAsStream("accelerator-probe.bin")) {
            return in.readAllBytes();
        }
    }

    private static String name(Accelerator accelerator) {
        return accelerator.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String title(Accelerator accelerator) {
        return switch (accelerator) {
            case KVM -> "KVM";
            case HVF -> "Apple's Hypervisor framework";
            case WHPX -> "the Windows Hypervisor Platform";
            case TCG -> "the emulator";
        };
    }
}
