package dev.coppice.runner.store;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes an exported generation; see {@link ArchiveIndex}. */
final class ArchiveWriter {

    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final StoreCare.Progress progress;
    private final Cancellation cancellation;
    private long done;
    private long total;

    ArchiveWriter(Path file, StoreCare.Progress progress, Cancellation cancellation) {
        this.file = file.toAbsolutePath();
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /**
     * A file to write.
     *
     * @param path where in the archive
     * @param source where it is
     * @param sha256 what its digest must be, when that is known
     */
    record Part(String path, Path source, Optional<String> sha256) {}

    void write(String system, int number, List<Part> parts) throws IOException {
        List<ArchiveIndex.Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            // Sums that are known are checked while the bytes are copied.
            String sum =
                    part.sha256().isPresent()
                            ? part.sha256().get()
                            : present(part, () -> Digests.of(part.source()));
            long size = present(part, () -> Files.size(part.source()));
            entries.add(new ArchiveIndex.Entry(part.path(), size, sum));
            total += size;
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            // Layers hold password hashes and keys: like the store, for the owner only.
            Files.createFile(temporary, owner());
            try (TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(temporary), CHUNK),
                            StandardCharsets.UTF_8.name())) {
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                byte[] index =
                        StoreFiles.json(
                                new ArchiveIndex(ArchiveIndex.FORMAT, system, number, entries));
                header(tar, ArchiveIndex.NAME, index.length);
                tar.write(index);
                tar.closeArchiveEntry();
                for (int i = 0; i < parts.size(); i++) {
                    copy(tar, parts.get(i), entries.get(i));
                }
            }
            StoreFiles.syncTree(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            StoreFiles.syncDirectory(file.getParent());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static FileAttribute<?> owner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static void header(TarArchiveOutputStream tar, String path, long size)
            throws IOException {
        TarArchiveEntry header = new TarArchiveEntry(path);
        header.setSize(size);
        header.setMode(0644);
        header.setModTime(0L);
        tar.putArchiveEntry(header);
    }

    private void copy(TarArchiveOutputStream tar, Part part, ArchiveIndex.Entry entry)
            throws IOException {
        header(tar, entry.path(), entry.bytes());
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[CHUNK];
        long left = entry.bytes();
        try (InputStream in = present(part, () -> Files.newInputStream(part.source()))) {
            while (left > 0) {
                cancellation.check();
                int n = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (n < 0) {
                    throw damaged(part);
                }
                tar.write(chunk, 0, n);
                digest.update(chunk, 0, n);
                left -= n;
                done += n;
                progress.at(done, total);
            }
        }
        tar.closeArchiveEntry();
        if (!Digests.hex(digest).equals(entry.sha256())) {
            throw damaged(part);
        }
    }

    private static <T> T present(Part part, StoreLock.Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (NoSuchFileException e) {
            throw damaged(part);
        }
    }

    private static ProblemException damaged(Part part) {
        return new ProblemException(
                "store-damaged",
                part.source() + " is missing, or holds other bytes than were written.",
                "See what else is wrong, and what to do: coppice generations verify.");
    }
}
