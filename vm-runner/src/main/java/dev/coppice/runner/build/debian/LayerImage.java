package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** Writes a tree as the image of a layer; needs no root rights, because nothing is unpacked. */
final class LayerImage {

    private final ScriptRun tools;

    LayerImage(ScriptRun tools) {
        this.tools = tools;
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
        // lz4 is written and read in no time; sqfstar takes no level for zstd, and its own is slow.
        Command command =
                Command.of(
                                "sqfstar",
                                "-comp",
                                "lz4",
                                "-quiet",
                                "-no-progress",
                                "-mkfs-time",
                                "0",
                                "-root-mode",
                                "0755",
                                "-root-uid",
                                "0",
                                "-root-gid",
                                "0",
                                "-root-time",
                                "0",
                                out.resolve("image.squashfs").toString())
                        .reading(new Command.Input.FromFile(tar));
        tools.run(command, "writing the image", out, step, cancellation);
        Files.delete(tar);
    }
}
