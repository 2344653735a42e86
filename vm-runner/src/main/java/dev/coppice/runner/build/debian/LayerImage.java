package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.RootNamespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * Writes a tree as the image of a layer; needs no root rights, because nothing is unpacked. The
 * same tree gives the same bytes to every user at every time.
 */
final class LayerImage {

    private final ScriptRun tools;
    private final RootNamespace namespace;

    LayerImage(ScriptRun tools, RootNamespace namespace) {
        this.tools = tools;
        this.namespace = namespace;
    }

    /**
     * @param place for the archive on the way
     * @param out the layer's directory
     */
    void write(
            SortedMap<String, TreeEntry> entries,
            Path place,
            Path out,
            JobStep step,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        Path tar = place.resolve("tree.tar");
        TarWriter.write(entries, tar);
        cancellation.check();
        step.log(entries.size() + " entries");
        // sqfstar 4.5 gives the root of the image to whoever runs it, at the time when it runs,
        // whatever
        // its options say: hence the namespace, and the variable, which bounds every time.
        // lz4 is written and read in no time; sqfstar takes no level for zstd, and its own is slow.
        Command command =
                Command.of(
                                "sqfstar",
                                "-comp",
                                "lz4",
                                "-quiet",
                                "-no-progress",
                                "-root-mode",
                                "0755",
                                out.resolve("image.squashfs").toString())
                        .with("SOURCE_DATE_EPOCH", Long.toString(TarWriter.LATEST))
                        .reading(new Command.Input.FromFile(tar));
        tools.run(namespace.wrap(command), "writing the image", out, step, cancellation);
        Files.delete(tar);
    }
}
