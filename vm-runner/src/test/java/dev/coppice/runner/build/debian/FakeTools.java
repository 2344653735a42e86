package dev.coppice.runner.build.debian;

import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.ToolLocator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A directory with scripts in place of the host's tools. The one called {@code unshare} does what a
 * test says: it makes a small layer, prints lines and fails, or hangs.
 */
final class FakeTools {

    private static final List<String> IDLE =
            List.of(
                    "mmdebstrap",
                    "apt-get",
                    "apt-cache",
                    "dpkg-deb",
                    "tar",
                    "depmod",
                    "modprobe",
                    "mksquashfs",
                    "unsquashfs",
                    "mount",
                    "newuidmap",
                    "newgidmap");

    private static final String UNSHARE =
            """
            #!/bin/sh
            while [ "$1" != -- ]; do shift; done
            shift
            case $1 in
            true) exec /bin/sh CONTROL/namespace ;;
            rm | sqfstar) exec "$@" ;;
            esac
            step=$(basename "$2" .sh)
            [ $step = resolve ] || echo "$step" >>CONTROL/ran
            if [ -e CONTROL/$step.hangs ]; then
                echo "hanging"
                touch CONTROL/$step.hanging
                sleep 60 &
                wait
            fi
            if [ -e CONTROL/$step.fails ]; then
                cat CONTROL/$step.fails
                [ ! -e CONTROL/pkgnames ] || cp CONTROL/pkgnames "$OUT/pkgnames"
                exit 1
            fi
            if [ $step = resolve ]; then
                echo "$SETS" >>CONTROL/resolved
                [ ! -d CONTROL/chosen ] || cp -R CONTROL/chosen/. "$OUT/"
                exit 0
            fi
            echo "coppice: working"
            cp "$PACKAGE_LIST" CONTROL/$step.list
            echo "image of $step" >"$OUT/image.squashfs"
            cp CONTROL/meta.tar "$OUT/meta.tar"
            if [ $step = kernel ]; then
                mkdir "$OUT/parts"
                echo 6.1.0 >"$OUT/version"
                echo kernel >"$OUT/vmlinuz"
                echo busybox >"$OUT/parts/busybox"
                echo overlay.ko >"$OUT/parts/order"
            fi
            """;

    private static final String SQFSTAR =
            """
            #!/bin/sh
            echo config >>CONTROL/ran
            if [ -e CONTROL/config.fails ]; then cat CONTROL/config.fails; exit 1; fi
            for image; do :; done
            exec cat >"$image"
            """;

    private final Path bin;
    private final Path control;

    FakeTools(Path directory) throws IOException, InterruptedException {
        bin = Files.createDirectories(directory.resolve("bin"));
        control = Files.createDirectories(directory.resolve("control"));
        for (String tool : IDLE) {
            script(tool, "#!/bin/sh\n");
        }
        script("unshare", UNSHARE);
        script("sqfstar", SQFSTAR);
        Files.writeString(control.resolve("namespace"), "exit 0\n");
        meta(directory.resolve("meta"));
    }

    private void script(String name, String text) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, text.replace("CONTROL", control.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void meta(Path tree) throws IOException, InterruptedException {
        Files.createDirectories(tree.resolve("etc"));
        Files.writeString(tree.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
        Files.writeString(tree.resolve("etc/group"), "root:x:0:\nshadow:x:42:\n");
        Files.writeString(tree.resolve("tree"), "d\t755\t0\t0\t\t\nd\t755\t0\t0\tetc\t\n");
        new ProcessBuilder("tar", "-C", tree.toString(), "-cf", control + "/meta.tar", ".")
                .start()
                .waitFor();
    }

    void remove(String tool) throws IOException {
        Files.delete(bin.resolve(tool));
    }

    /** Lets a step print lines and fail; no lines let it work again. */
    void fail(String step, String... lines) throws IOException {
        Path file = control.resolve(step + ".fails");
        if (lines.length == 0) {
            Files.deleteIfExists(file);
        } else {
            Files.write(file, List.of(lines));
        }
    }

    /** What apt says when packages are chosen: files as {@code resolve.sh} writes them. */
    void choose(String file, String... lines) throws IOException {
        Path chosen = control.resolve("chosen").resolve(file);
        Files.createDirectories(chosen.getParent());
        Files.write(chosen, List.of(lines));
    }

    /** For which layers packages were chosen, a line each time. */
    List<String> resolved() throws IOException {
        Path file = control.resolve("resolved");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** What the script of a step was told to install. */
    List<String> installed(String step) throws IOException {
        return Files.readAllLines(control.resolve(step + ".list"));
    }

    void hang(String step) throws IOException {
        Files.writeString(control.resolve(step + ".hangs"), "");
    }

    void work(String step) throws IOException {
        Files.deleteIfExists(control.resolve(step + ".hangs"));
    }

    /** Waits until a step hangs. */
    void awaitHanging(String step) throws InterruptedException {
        while (!Files.exists(control.resolve(step + ".hanging"))) {
            Thread.sleep(20);
        }
    }

    void knownPackages(String... names) throws IOException {
        Files.write(control.resolve("pkgnames"), List.of(names));
    }

    void refuseNamespaces(String message) throws IOException {
        Files.writeString(control.resolve("namespace"), "echo '" + message + "'; exit 1\n");
    }

    /** The steps that ran, in order. */
    List<String> ran() throws IOException {
        Path file = control.resolve("ran");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    void forget() throws IOException {
        Files.deleteIfExists(control.resolve("ran"));
    }

    ProcessRunner runner() {
        // Only our directory is searched: what a test removes must be missing.
        return new ProcessRunner(
                Map.of("PATH", bin + ":/usr/bin:/bin"),
                new ToolLocator(List.of(bin)),
                Duration.ofSeconds(1));
    }
}
