package dev.coppice.runner.build.nixos;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program {@code nix} of this computer; see nix3(1). */
public final class NixTool {

    /** What nixpkgs asks for, {@code lib/minfeatures.nix}. */
    public static final String OLDEST = "2.18";

    /** What to do when there is none, or one that is too old. */
    public static final String INSTALL =
            "Install Nix "
                    + OLDEST
                    + " or newer: on Debian 13 with sudo apt-get install nix-bin, elsewhere with"
                    + " the installer of https://nixos.org/download";

    private static final String PROGRAM = "nix";
    private static final Pattern VERSION = Pattern.compile("\\(Nix[^)]*\\)\\s+(\\d+)\\.(\\d+)");

    private final ProcessRunner processes;

    public NixTool(ProcessRunner processes) {
        this.processes = processes;
    }

    /**
     * A version of Nix.
     *
     * @param words as {@code nix --version} says it
     */
    public record Version(int major, int minor, String words) {

        /** Whether it can evaluate NixOS. */
        public boolean suits() {
            String[] oldest = OLDEST.split("\\.");
            int first = Integer.parseInt(oldest[0]);
            return major > first || major == first && minor >= Integer.parseInt(oldest[1]);
        }

        /** Reads what {@code nix --version} prints. */
        static Optional<Version> read(String line) {
            Matcher found = VERSION.matcher(line);
            return found.find() && found.group(1).length() < 6 && found.group(2).length() < 6
                    ? Optional.of(
                            new Version(
                                    Integer.parseInt(found.group(1)),
                                    Integer.parseInt(found.group(2)),
                                    line.strip()))
                    : Optional.empty();
        }
    }

    /** The version that is installed; empty when none is, or when it does not say. */
    public Optional<Version> version(Cancellation cancellation) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        processes.run(Command.of(PROGRAM, "--version"), lines::add, cancellation);
        return lines.stream().flatMap(line -> Version.read(line).stream()).findFirst();
    }

    /**
     * Finds out whether NixOS can be evaluated here.
     *
     * @throws ProblemException when not, with what to install
     */
    public void require(Cancellation cancellation) throws InterruptedException {
        if (processes.tools().find(PROGRAM).isEmpty()) {
            throw new ProblemException(
                    "tool-missing",
                    "Nix is not installed on this computer; the target NixOS is evaluated and"
                            + " built by it.",
                    INSTALL);
        }
        Optional<Version> version = version(cancellation);
        cancellation.check();
        if (version.isEmpty() || !version.get().suits()) {
            throw new ProblemException(
                    "tool-too-old",
                    version.map(Version::words).orElse("The Nix of this computer")
                            + " is too old for NixOS, which needs "
                            + OLDEST
                            + " or newer.",
                    INSTALL);
        }
    }

    /** A command of Nix, with the features that flakes need. */
    static Command command(Collection<String> arguments) {
        var argv =
                new ArrayList<String>(
                        List.of(PROGRAM, "--extra-experimental-features", "nix-command flakes"));
        argv.addAll(arguments);
        return Command.of(argv).with("NO_COLOR", "1");
    }
}
