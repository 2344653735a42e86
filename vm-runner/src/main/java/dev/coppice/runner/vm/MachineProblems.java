package dev.coppice.runner.vm;

import dev.coppice.model.spec.Machine.Forward;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.LongProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What can go wrong with a machine, for people. */
final class MachineProblems {

    private static final int LINES = 30;

    private MachineProblems() {}

    static Problem toolMissing(String program, String install) {
        return new Problem(
                "tool-missing",
                "The machine cannot be started: " + program + " is not installed on this host",
                "Install it: " + install,
                List.of());
    }

    static Problem firmwareMissing(String install) {
        return new Problem(
                "tool-firmware-missing",
                "The machine cannot be started: its image needs UEFI, and no UEFI for machines is"
                        + " installed on this host",
                "Install it: " + install,
                List.of());
    }

    static Problem portTaken(Forward forward, String reason) {
        return new Problem(
                "port-taken",
                "Port "
                        + forward.hostPort()
                        + " of this host cannot be forwarded to port "
                        + forward.guestPort()
                        + " of the machine: "
                        + reason,
                "Stop what uses the port (another machine of this system, perhaps), give another"
                        + " host port under machine.forward, or run it without: coppice run"
                        + " --no-forward",
                List.of());
    }

    static Problem notPrepared(String reason) {
        return new Problem(
                "machine-not-prepared",
                "The machine could not be prepared: " + reason,
                "Check that the disk is not full and that the store is complete; building the"
                        + " generation again makes what is missing",
                List.of());
    }

    static Problem internal() {
        return new Problem(
                "machine-internal",
                "The machine was ended because of a fault in Coppice itself",
                "Try again, and report it if it stays",
                List.of());
    }

    static Problem systemDisk(String reason, List<String> log) {
        return new Problem(
                "system-disk",
                "The disk that keeps what the machine writes could not be made: " + reason,
                "Free some space, or run the machine without keeping its state",
                log);
    }

    static Problem stateDisk(String reason, List<String> log) {
        return new Problem(
                "state-disk",
                "The disk for kept state could not be made: " + reason,
                "Free some space, or run the machine without keeping its state",
                log);
    }

    static Problem qemuDied(int exit, VmState when, RunDirectory directory) {
        List<String> words = LongProcess.lastLines(directory.qemuLog(), LINES);
        String all = String.join("\n", words);
        String how =
                exit > 128 && exit < 160
                        ? "was ended by signal " + (exit - 128)
                        : "ended with code " + exit;
        String message =
                "QEMU "
                        + how
                        + (when == VmState.STARTING
                                ? " before the machine ran"
                                : " while the machine ran");
        if (all.contains("host forwarding rule")) {
            return new Problem(
                    "port-taken",
                    "A port of this host cannot be forwarded to the machine; " + message,
                    "Stop what uses the port, or give another host port under machine.forward",
                    words);
        }
        if (all.contains("Cannot allocate memory") || all.contains("cannot set up guest memory")) {
            return new Problem(
                    "memory-short",
                    "This host has too little memory for the machine; " + message,
                    "Close other programs or machines, or lower machine.memory",
                    words);
        }
        if (all.contains("Failed to get \"write\" lock")) {
            return new Problem(
                    "state-in-use",
                    "Another machine uses the disk with the kept state; " + message,
                    "Stop that machine first, or run this one without keeping its state",
                    words);
        }
        String hint =
                exit == 137
                        ? "Something ended it from outside: perhaps a person, perhaps the kernel"
                                + " for want of memory"
                        : "Its last words are in the log below; try again, and report it if it"
                                + " stays";
        return new Problem("qemu-died", message, hint, words);
    }

    static Problem offTooEarly(RunDirectory directory) {
        return new Problem(
                "powered-off-early",
                "The machine switched itself off before it was ready",
                "The last lines of its serial console, below, say why",
                serialTail(directory.serialLog()));
    }

    static Problem notReady(Duration limit, RunDirectory directory) {
        List<String> tail = serialTail(directory.serialLog());
        boolean panicked = tail.stream().anyMatch(line -> line.contains("Kernel panic"));
        return new Problem(
                panicked ? "kernel-panic" : "guest-not-ready",
                panicked
                        ? "The machine's kernel has stopped in panic"
                        : "The machine was not ready within "
                                + limit.toSeconds()
                                + " s: its guest agent did not answer",
                "The last lines of its serial console are below: look there for a unit that waits"
                        + " or fails, and run it with its screen to see more",
                tail);
    }

    static Problem notAsked(String reason, RunDirectory directory) {
        return new Problem(
                "facts-missing",
                "The machine was ready, but its facts and checks could not be collected: " + reason,
                "Run it again; if the disk of this host is full, free some space first",
                serialTail(directory.serialLog()));
    }

    /** The last lines of a serial log without the terminal's control sequences. */
    static List<String> serialTail(Path log) {
        return LongProcess.lastLines(log, LINES).stream()
                .map(
                        line ->
                                line.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "")
                                        .replaceAll("\\p{Cntrl}", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
