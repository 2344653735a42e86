package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Path;

/** The smallest Debian system, as a tar file: what images of containers begin with. */
public final class BaseImage {

    private BaseImage() {}

    /** The system of a release; the first who asks makes it, which takes half a minute. */
    public static Path of(String release) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("mmdebstrap").isPresent(),
                "mmdebstrap is not installed on this host");
        String name = "base-" + release + "/base.tar";
        return ToolFolder.of(name, () -> make(release, ToolFolder.path(name)));
    }

    private static Ran make(String release, Path target) throws InterruptedException {
        String script =
                """
                set -eu
                rm -f "$1.new"
                mmdebstrap --mode=root --variant=minbase --format=tar \\
                    --aptopt='APT::Sandbox::User "root"' --aptopt='Acquire::Languages "none"' \\
                    --dpkgopt=force-unsafe-io \\
                    --skip=output/dev,output/mknod,chroot/mount/sys,check/empty "$2" - >"$1.new"
                mv "$1.new" "$1"
                """;
        return Ran.of(
                RootNamespace.ofProcess()
                        .wrap(Command.of("sh", "-c", script, "sh", target.toString(), release)));
    }
}
