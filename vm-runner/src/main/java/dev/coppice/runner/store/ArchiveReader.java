package dev.coppice.runner.store;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Reads an exported generation, entry after entry; see {@link ArchiveIndex}. */
final class ArchiveReader implements AutoCloseable {

    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_INDEX = 16 << 20;

    private final Path file;
    private final StoreCare.Progress progress;
    private final Cancellation cancellation;
    private final TarArchiveInputStream tar;
    private long done;
    private long total;
    private long taken;

    /**
     * @throws ProblemException when it is not there
     */
    ArchiveReader(Path file, StoreCare.Progress progress, Cancellation cancellation)
            throws IOException {
        this.file = file;
        this.progress = progress;
        this.cancellation = cancellation;
        try {
            tar =
                    new TarArchiveInputStream(
                            new BufferedInputStream(Files.newInputStream(file), CHUNK),
                            StandardCharsets.UTF_8.name());
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    "archive-missing", "There is no file " + file + ".", "Check its name.");
        }
    }

    /**
     * The first entry.
     *
     * @throws ProblemException when it is something else
     */
    ArchiveIndex index() throws IOException {
        try {
            TarArchiveEntry first = tar.getNextEntry();
            if (first == null
                    || !first.getName().equals(ArchiveIndex.NAME)
                    || first.getSize() > LONGEST_INDEX) {
                throw foreign();
            }
            ArchiveIndex index = StoreFiles.parse(tar.readAllBytes(), ArchiveIndex.class);
            index.check(file);
            total = index.entries().stream().mapToLong(ArchiveIndex.Entry::bytes).sum();
            return index;
        } catch (EOFException e) {
            throw ArchiveIndex.damaged(file, "it ends in the middle");
        } catch (IOException | IllegalArgumentException e) {
            throw foreign();
        }
    }

    private ProblemException foreign() {
        return new ProblemException(
                "archive-foreign",
                file + " is not an exported generation.",
                "Such files are written by coppice generations export.");
    }

    /** Takes the next entry into a file, and compares it with what the index says. */
    void copy(ArchiveIndex.Entry entry, Path target) throws IOException {
        next(entry);
        Files.createDirectories(target.getParent());
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = read(chunk); n >= 0; n = read(chunk)) {
                cancellation.check();
                out.write(chunk, 0, n);
                digest.update(chunk, 0, n);
                size += n;
                taken += n;
                done += n;
                progress.at(done, total);
            }
        }
        if (size != entry.bytes() || !Digests.hex(digest).equals(entry.sha256())) {
            throw ArchiveIndex.damaged(file, entry.path() + " is not what the index says");
        }
    }

    /** Passes over the next entry. */
    void skip(ArchiveIndex.Entry entry) throws IOException {
        next(entry);
        done += entry.bytes();
        progress.at(done, total);
    }

    private void next(ArchiveIndex.Entry entry) throws IOException {
        cancellation.check();
        TarArchiveEntry header;
        try {
            header = tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw ArchiveIndex.damaged(file, "it cannot be read before " + entry.path());
        }
        if (header == null || !header.getName().equals(entry.path()) || !header.isFile()) {
            throw ArchiveIndex.damaged(file, entry.path() + " is not where it should be");
        }
    }

    private int read(byte[] chunk) throws IOException {
        try {
            return tar.read(chunk);
        } catch (EOFException e) {
            throw ArchiveIndex.damaged(file, "it ends in the middle");
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Truncated")) {
                throw ArchiveIndex.damaged(file, "it ends in the middle");
            }
            throw e;
        }
    }

    /** Bytes that were not passed over. */
    long taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
