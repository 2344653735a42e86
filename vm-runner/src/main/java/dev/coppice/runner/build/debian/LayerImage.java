package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes a tree as the image of a layer; needs no root rights, because nothing is unpacked. */
final class LayerImage {

    private final ScriptRun tools;

    LayerImage(ScriptRun tools) {
        this.tools = tools;
    }

    /** How the image's blocks are packed. */
    enum Packing {
        /** Written in no time. */
        QUICK("lz4"),
        /** Takes less room, for what is large and stays. */
        SMALL("zstd", "-Xcompression-level", "3");

        private final List<String> options;

        Packing(String... options) {
            this.options = List.of(options);
        }
    }

    /**
     * @param place for the archive on the way
     * @param out the layer's directory
     */
    void write(
            SortedMap<String, TreeEntry> entries,
            Packing packing,
            Path place,
            Path out,
            JobStep step,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        Path tar = place.resolve("tree.tar");
        TarWriter.write(entries, tar);
        cancellation.check();
        step.log(entries.size() + " entries");
        List<String> words = new ArrayList<>(List.of("sqfstar", "-comp"));
        words.addAll(packing.options);
        words.addAll(List.of("-quiet", "-no-progress", "-mkfs-time", "0", "-root-mode", "0755"));
        words.addAll(List.of("-root-uid", "0", "-root-gid", "0", "-root-time", "0"));
        words.add(out.resolve("image.squashfs").toString());
        Command command =
                Command.of(words.toArray(String[]::new)).reading(new Command.Input.FromFile(tar));
        tools.run(command, "writing the image", out, step, cancellation);
        Files.delete(tar);
    }
}
