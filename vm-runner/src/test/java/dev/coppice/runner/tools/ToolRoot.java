package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Debian system with the programs that read what Coppice exports: unpacked into a folder, run in
 * namespaces of their own. Nothing is installed on the host.
 */
public final class ToolRoot {

    private static final String RELEASE = "trixie";
    private static final List<String> PACKAGES =
            List.of(
                    "ansible-core",
                    "buildah",
                    "ca-certificates",
                    "cloud-init",
                    "git",
                    "jq",
                    "mkosi",
                    "netavark",
                    "nix-bin",
                    "nodejs",
                    "openssh-client",
                    "puppet-agent",
                    "rsync",
                    "xorriso");

    private final Path root;

    private ToolRoot(Path root) {
        this.root = root;
    }

    /** The root of the tests; the first who asks makes it, which takes a minute or two. */
    public static ToolRoot ofTests() throws IOException, InterruptedException {
        for (String tool : List.of("mmdebstrap", "unshare", "chroot")) {
            Assumptions.assumeTrue(
                    ProcessRunner.ofHost().tools().find(tool).isPresent(),
                    tool + " is not installed on this host");
        }
        String script = resource("make-root.sh");
        String packages = String.join(",", PACKAGES);
        String digest = Digests.of(script + packages).substring(0, 12);
        String name = "debian-" + RELEASE + "-" + digest;
        return new ToolRoot(ToolFolder.of(name, () -> make(script, packages, name)));
    }

    private static Ran make(String script, String packages, String name)
            throws InterruptedException, IOException {
        return Ran.of(
                RootNamespace.ofProcess()
                        .wrap(
                                Command.of("sh", "-c", script)
                                        .with("ROOT", ToolFolder.path(name).toString())
                                        .with("RELEASE", RELEASE)
                                        .with("PACKAGES", packages)));
    }

    /**
     * A command that runs a program of the root.
     *
     * @param seen folders of the host that it sees, at the same places
     */
    public Command command(List<Path> seen, List<String> argv) throws IOException {
        List<String> all = new ArrayList<>(List.of("sh", "-c", resource("run-in-root.sh"), "sh"));
        all.addAll(argv);
        return RootNamespace.ofProcess()
                .wrap(
                        Command.of(all)
                                .with("ROOT", root.toString())
                                .with(
                                        "SEEN",
                                        seen.stream()
                                                .map(Path::toString)
                                                .collect(Collectors.joining("\n"))));
    }

    /** Runs a program of the root to its end. */
    public Ran run(List<Path> seen, List<String> argv) throws IOException, InterruptedException {
        return Ran.of(command(seen, argv));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ToolRoot.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
