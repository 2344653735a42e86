package dev.coppice.runner.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs as root of their own namespaces: an ordinary user's processes see themselves as
 * root with the user's subordinate ids (subuid(5)) as the other accounts; root needs no user
 * namespace. Mounts and processes live inside and end with it.
 *
 * @param rootless whether a user namespace is needed
 */
public record RootNamespace(boolean rootless) {

    /** For the user that this process runs as. */
    public static RootNamespace ofProcess() {
        return new RootNamespace(effectiveUid() != 0);
    }

    /** The command, run as first process of its own PID and mount namespaces. */
    public Command wrap(Command command) {
        List<String> argv = new ArrayList<>(List.of("unshare"));
        if (rootless) {
            argv.addAll(List.of("--user", "--map-auto", "--map-root-user"));
        }
        argv.addAll(List.of("--mount", "--pid", "--fork", "--kill-child", "--"));
        argv.addAll(command.argv());
        return new Command(argv, command.environment(), command.directory(), command.input());
    }

    private static int effectiveUid() {
        try {
            // proc(5): "Uid: real effective saved filesystem"
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
