package dev.coppice.runner.build.kairos;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The container engine of this computer.
 *
 * @param program {@code podman} or {@code docker}: what they are asked for here, both understand
 */
public record ContainerEngine(String program) {

    /** The programs that are looked for, the preferred one first: it needs no daemon. */
    public static final List<String> PROGRAMS = List.of("podman", "docker");

    /** The first that is installed. */
    public static Optional<ContainerEngine> find(ProcessRunner processes) {
        return PROGRAMS.stream()
                .filter(program -> processes.tools().find(program).isPresent())
                .findFirst()
                .map(ContainerEngine::new);
    }

    /**
     * The first that is installed.
     *
     * @throws ProblemException when none is
     */
    static ContainerEngine require(ProcessRunner processes) {
        return find(processes)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        "tool-missing",
                                        "Neither podman nor docker is installed on this computer;"
                                                + " the target Kairos is built by one of them.",
                                        processes.tools().installCommand("podman")));
    }

    private Command command(String... arguments) {
        var argv = new ArrayList<String>(List.of(program));
        argv.addAll(List.of(arguments));
        return Command.of(argv);
    }

    Command build(Path folder, Path file, String tag) {
        return command("build", "--file", file.toString(), "--tag", tag, folder.toString());
    }

    /** Prints the image's id alone. */
    Command id(String tag) {
        return command("image", "inspect", "--format", "{{.Id}}", tag);
    }

    Command save(String tag, Path archive) {
        return command("save", "--output", archive.toString(), tag);
    }

    /** A container of an image that runs once. */
    Command run(boolean privileged, List<String> volumes, String image, List<String> arguments) {
        var argv = new ArrayList<String>(List.of(program, "run", "--rm"));
        if (privileged) {
            argv.add("--privileged");
        }
        volumes.forEach(volume -> argv.addAll(List.of("--volume", volume)));
        argv.add(image);
        argv.addAll(arguments);
        return Command.of(argv);
    }
}
