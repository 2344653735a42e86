package dev.coppice.runner.build.debian;

import dev.coppice.runner.store.Digests;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** Writes a tree as a tar archive whose bytes depend on the tree only. */
final class TarWriter {

    /** 2025-01-01, the modification time of all that has no content. */
    private static final long EPOCH = 1_735_689_600L;

    /** About half a year of seconds. */
    private static final long SPREAD = 1L << 24;

    /** No entry is younger; seconds since 1970. */
    static final long LATEST = EPOCH + SPREAD;

    private static final int HEX = 16;
    private static final int DIGEST_PREFIX = 8;

    private TarWriter() {}

    static void write(SortedMap<String, TreeEntry> tree, Path file) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, TreeEntry> entry : tree.entrySet()) {
                write(tar, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void write(TarArchiveOutputStream tar, String path, TreeEntry entry)
            throws IOException {
        switch (entry) {
            case TreeEntry.Directory(int mode, int uid, int gid) ->
                    put(tar, owned(new TarArchiveEntry(path + "/"), mode, uid, gid));
            case TreeEntry.Link(String target) -> {
                TarArchiveEntry header = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
                header.setLinkName(target);
                put(tar, owned(header, 0777, 0, 0));
            }
            case TreeEntry.Whiteout() ->
                    put(tar, owned(new TarArchiveEntry(path, TarConstants.LF_CHR), 0, 0, 0));
            case TreeEntry.Content(byte[] bytes, int mode, int uid, int gid) -> {
                TarArchiveEntry header = owned(new TarArchiveEntry(path), mode, uid, gid);
                header.setSize(bytes.length);
                header.setModTime(1000 * time(Digests.of(bytes)));
                tar.putArchiveEntry(header);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
            case TreeEntry.HostFile(Path source, int mode, int uid, int gid) -> {
                TarArchiveEntry header = owned(new TarArchiveEntry(path), mode, uid, gid);
                header.setSize(Files.size(source));
                header.setModTime(1000 * time(Digests.of(source)));
                tar.putArchiveEntry(header);
                Files.copy(source, tar);
                tar.closeArchiveEntry();
            }
        }
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry header) throws IOException {
        tar.putArchiveEntry(header);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry owned(TarArchiveEntry header, int mode, int uid, int gid) {
        header.setMode(mode);
        header.setUserId(uid);
        header.setGroupId(gid);
        header.setUserName("");
        header.setGroupName("");
        header.setModTime(1000 * EPOCH);
        return header;
    }

    /**
     * The same content has the same time, other content nearly always another: programs such as web
     * servers tell versions of a file apart by its size and time.
     */
    private static long time(String digest) {
        return EPOCH + Long.parseLong(digest.substring(0, DIGEST_PREFIX), HEX) % SPREAD;
    }
}
