package dev.coppice.runner.disk;

import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An archive that Linux unpacks as its early user space: plain cpio, format {@code newc}. Several
 * may follow one another; a later one's file takes the place of an earlier one's.
 */
public final class InitrdArchive implements AutoCloseable {

    private final CpioArchiveOutputStream cpio;
    private long inode;

    public InitrdArchive(OutputStream out) {
        cpio = new CpioArchiveOutputStream(out, CpioConstants.FORMAT_NEW);
    }

    /** A directory that anybody may look into. */
    public void directory(String name) throws IOException {
        add(name, CpioConstants.C_ISDIR | 0755, new byte[0]);
    }

    /** A file; {@code mode} as chmod(1) takes it. */
    public void file(String name, int mode, byte[] bytes) throws IOException {
        add(name, CpioConstants.C_ISREG | mode, bytes);
    }

    /** Every entry has a number of its own: the same twice would mean a hard link. */
    private void add(String name, long mode, byte[] bytes) throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, bytes.length);
        entry.setMode(mode);
        entry.setInode(++inode);
        entry.setTime(0);
        cpio.putArchiveEntry(entry);
        cpio.write(bytes);
        cpio.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        cpio.close();
    }
}
