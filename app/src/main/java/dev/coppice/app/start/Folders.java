package dev.coppice.app.start;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders as people read and write them. */
final class Folders {

    private Folders() {}

    /** A path with the home directory as {@code ~}. */
    static String shown(Path path, Path home) {
        if (path.equals(home)) {
            return "~";
        }
        return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
    }

    /** The path that was meant; a relative one lies in the home directory. */
    static Path meant(String text, Path home) {
        String plain = text.strip();
        if (plain.equals("~") || plain.startsWith("~/")) {
            return home.resolve(plain.substring(Math.min(2, plain.length()))).normalize();
        }
        return home.resolve(plain).normalize();
    }

    /** A name that no file of a folder has yet: {@code web}, {@code web-2}, … */
    static String free(Path parent, String name) {
        String free = name;
        for (int i = 2; Files.exists(parent.resolve(free)); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
