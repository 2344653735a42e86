package dev.coppice.runner.disk;

import dev.coppice.runner.disk.ShippedGeneration.Part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes generations into a directory that any web server can serve: files whose names begin with
 * their SHA-256, one manifest per generation, and the list of all with a signature, named as
 * systemd-sysupdate(8) expects them, {@code SHA256SUMS} and {@code SHA256SUMS.gpg}. The list comes
 * last, so nobody ever reads of a file that is not there.
 */
final class Publisher {

    static final String SUMS = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S+)");

    private final PublisherKey key;

    Publisher(PublisherKey key) {
        this.key = key;
    }

    /** Adds a generation to what is published in a directory. */
    void publish(ShippedGeneration generation, Path directory)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        SortedMap<String, String> sums = read(directory.resolve(SUMS));
        for (Part part : generation.parts()) {
            Path target = directory.resolve(part.name());
            if (!Files.exists(target) || Files.size(target) != part.bytes()) {
                Path fresh = fresh(target);
                Files.copy(part.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
                move(fresh, target);
            }
            sums.put(part.name(), part.name().substring(0, 64));
        }
        Path manifest = directory.resolve(generation.manifestName());
        move(Files.writeString(fresh(manifest), generation.manifest()), manifest);
        sums.put(generation.manifestName(), generation.digest());
        write(sums, directory);
    }

    private void write(SortedMap<String, String> sums, Path directory)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            text.append(sum.getValue()).append("  ").append(sum.getKey()).append('\n');
        }
        Path list = Files.writeString(fresh(directory.resolve(SUMS)), text);
        Path signature = fresh(directory.resolve(SUMS + ".gpg"));
        key.sign(list, signature);
        move(list, directory.resolve(SUMS));
        move(signature, directory.resolve(SUMS + ".gpg"));
    }

    private static SortedMap<String, String> read(Path list) throws IOException {
        TreeMap<String, String> sums = new TreeMap<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    sums.put(matcher.group(2), matcher.group(1));
                }
            }
        }
        return sums;
    }

    private static Path fresh(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".new");
    }

    private static void move(Path fresh, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
