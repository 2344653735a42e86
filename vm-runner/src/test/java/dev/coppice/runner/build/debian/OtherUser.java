package dev.coppice.runner.build.debian;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ordinary user of this host, made for a test that runs as root and removed after it. Runs Java
 * programs of the test's class path.
 */
final class OtherUser {

    private final String name;
    private final Path home;

    private OtherUser(String name, Path home) {
        this.name = name;
        this.home = home;
    }

    /**
     * @param home a directory that becomes the user's, with all that is in it
     * @return empty when this test may not make users, or the user cannot get at the directory
     */
    static Optional<OtherUser> make(Path home) throws Exception {
        if (RootNamespace.ofProcess().rootless()
                || ProcessRunner.ofHost().tools().find("useradd").isEmpty()) {
            return Optional.empty();
        }
        String name = "coppice-" + ProcessHandle.current().pid();
        if (!run("useradd", "--no-create-home", "--home-dir", home.toString(), name).ok()) {
            return Optional.empty();
        }
        OtherUser user = new OtherUser(name, home);
        Files.setPosixFilePermissions(
                home.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        copyClassPath(home.resolve("lib"));
        run("chown", "-R", name + ":", home.toString());
        if (run("runuser", "-u", name, "--", "test", "-w", home.toString()).ok()) {
            return Optional.of(user);
        }
        user.remove();
        return Optional.empty();
    }

    /** Root's own folders are closed to others. */
    private static void copyClassPath(Path lib) throws Exception {
        Files.createDirectories(lib);
        int number = 0;
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path source = Path.of(part);
            Path target = lib.resolve(String.format("%03d-%s", number++, source.getFileName()));
            if (Files.exists(source)) {
                run("cp", "-r", source.toString(), target.toString());
            }
        }
    }

    /** The argument list of a Java program that runs as this user. */
    List<String> java(String main) throws IOException {
        List<String> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            files.sorted().forEach(file -> parts.add(file.toString()));
        }
        return List.of(
                "runuser",
                "-u",
                name,
                "--",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                String.join(File.pathSeparator, parts),
                main);
    }

    private static Exit run(String... words) throws InterruptedException {
        return ProcessRunner.ofHost().run(Command.of(words), _ -> {}, new Cancellation());
    }

    /** Forgets the user; the directory stays. */
    void remove() throws InterruptedException {
        run("userdel", name);
    }
}
