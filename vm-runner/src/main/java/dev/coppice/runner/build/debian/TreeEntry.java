package dev.coppice.runner.build.debian;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One thing in the configuration layer. */
sealed interface TreeEntry {

    /** A directory. */
    record Directory(int mode, int uid, int gid) implements TreeEntry {}

    /** A file whose bytes are here. */
    record Content(byte[] bytes, int mode, int uid, int gid) implements TreeEntry {}

    /** A text file of root's with mode 0644. */
    static TreeEntry text(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8), ConfigTree.FILE, 0, 0);
    }

    /** A file whose bytes are in a file of the host. */
    record HostFile(Path source, int mode, int uid, int gid) implements TreeEntry {}

    /** A symbolic link. */
    record Link(String target) implements TreeEntry {}

    /** Hides what lower layers have under this name: a character device 0/0. */
    record Whiteout() implements TreeEntry {}
}
