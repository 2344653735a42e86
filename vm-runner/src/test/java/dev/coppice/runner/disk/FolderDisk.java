package dev.coppice.runner.disk;

import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The partitions of a disk as folders, on which the real coppicectl works, and a real publisher
 * with small generations.
 */
final class FolderDisk {

    private final Path folder;
    private final ProcessRunner processes = ProcessRunner.ofHost();
    private final DiskTools tools;
    private final Path program;

    /** What a run printed, and how it ended. */
    record Ran(Exit exit, String output) {}

    FolderDisk(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        var context = new JobContext(_ -> {}, new Cancellation());
        this.tools = new DiskTools(processes, context.begin("disk", "disk"), new Cancellation());
        this.program =
                Files.writeString(folder.resolve("coppicectl"), DiskResources.text("coppicectl"));
        Path share = Files.createDirectory(folder.resolve("share"));
        Files.write(share.resolve("publisher.gpg"), key().publicHalf());
        Files.createDirectories(root().resolve("system/layers"));
        Files.createDirectories(root().resolve("system/generations"));
        Files.createDirectories(root().resolve("esp/loader/entries"));
        Files.createDirectories(root().resolve("esp/grub"));
        Path kernels = Files.createDirectories(root().resolve("esp/coppice"));
        Files.writeString(kernels.resolve("parameters"), "extra=1");
        Files.writeString(
                kernels.resolve("partitions"),
                "coppice.system=11\ncoppice.state=22\ncoppice.esp=AAAA-BBBB\n");
    }

    Path root() {
        return folder.resolve("root");
    }

    Path published() {
        return folder.resolve("published");
    }

    PublisherKey key() {
        return new PublisherKey(folder, tools);
    }

    Path entries() {
        return root().resolve("esp/loader/entries");
    }

    /** A generation of a kernel, an initrd and three layers, of which the lowest never changes. */
    ShippedGeneration generation(int number) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files-" + number));
        List<ShippedGeneration.Part> parts = new ArrayList<>();
        parts.add(part(files, "layer", "squashfs", "config " + number));
        parts.add(part(files, "layer", "squashfs", "packages " + number));
        parts.add(part(files, "layer", "squashfs", "base"));
        parts.add(part(files, "kernel", "vmlinuz", "kernel " + number));
        parts.add(part(files, "initrd", "initrd", "initrd " + number));
        var generation =
                new Generation(
                        "web",
                        number,
                        Instant.EPOCH,
                        "spec: 1\n",
                        List.of(),
                        "6.1",
                        Duration.ZERO,
                        folder,
                        Optional.empty());
        return new ShippedGeneration(generation, parts, "quiet");
    }

    private static ShippedGeneration.Part part(
            Path folder, String kind, String extension, String content) throws IOException {
        String text = (content + "\n").repeat(1000);
        Path file = Files.writeString(folder.resolve(content.replace(' ', '-')), text);
        return new ShippedGeneration.Part(
                kind,
                Digests.of(file) + "." + extension,
                file,
                Files.size(file),
                content.replace(' ', '-'));
    }

    void publish(ShippedGeneration generation) throws IOException, InterruptedException {
        new Publisher(key()).publish(generation, published());
    }

    /** As the image writer leaves a disk. */
    void write(ShippedGeneration generation) throws IOException, InterruptedException {
        for (ShippedGeneration.Part part : generation.parts()) {
            String place = part.kind().equals("layer") ? "system/layers" : "esp/coppice";
            Files.copy(
                    part.file(),
                    root().resolve(place).resolve(part.name()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                root().resolve("system/generations").resolve(generation.number()),
                generation.manifest());
        run("menu");
    }

    Ran run(String... arguments) throws InterruptedException {
        return run(processes.environment().get("PATH"), List.of(arguments));
    }

    Ran run(String path, List<String> arguments) throws InterruptedException {
        List<String> argv = new ArrayList<>();
        Path pid = folder.resolve("pid");
        argv.addAll(List.of("sh", "-c", "echo $$ >'" + pid + "'; exec sh \"$@\"", "sh"));
        argv.add(program.toString());
        argv.addAll(arguments);
        argv.addAll(List.of("--root", root().toString()));
        argv.addAll(List.of("--keyring", folder.resolve("share/publisher.gpg").toString()));
        StringBuilder output = new StringBuilder();
        Exit exit =
                processes.run(
                        Command.of(argv).with("PATH", path),
                        line -> output.append(line).append('\n'),
                        new Cancellation());
        return new Ran(exit, output.toString());
    }

    /**
     * A PATH on which sync(1) and dd(1), which write everything that counts, kill coppicectl
     * instead of doing their work for the time that is named.
     */
    String cutting(int time) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("cut"));
        Files.writeString(folder.resolve("count"), "0");
        for (String tool : List.of("sync", "dd")) {
            Path real = processes.tools().find(tool).orElseThrow();
            String script =
                    "#!/bin/sh\n"
                        + "n=$(($(cat '%1$s/count') + 1))\n"
                        + "echo $n >'%1$s/count'\n"
                        + "if [ $n = %2$d ]; then kill -9 \"$(cat '%1$s/pid')\" $PPID; exit 9; fi\n"
                        + "exec %3$s \"$@\"\n";
            Path fake = Files.writeString(bin.resolve(tool), script.formatted(folder, time, real));
            fake.toFile().setExecutable(true);
        }
        return bin + ":" + processes.environment().get("PATH");
    }

    /** How often they were called since. */
    int calls() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("count")).strip());
    }

    /** Every entry of the menu, by its file's name. */
    List<Path> menu() throws IOException {
        try (var files = Files.list(entries())) {
            return files.filter(f -> f.toString().endsWith(".conf")).sorted().toList();
        }
    }
}
