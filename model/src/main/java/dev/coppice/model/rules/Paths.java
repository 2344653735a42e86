package dev.coppice.model.rules;

/** Absolute paths of the image as texts. */
public final class Paths {

    private Paths() {}

    /** Whether a path is a directory itself or stands somewhere below it. */
    public static boolean inside(String path, String directory) {
        return directory.equals("/") || path.equals(directory) || path.startsWith(directory + "/");
    }

    /** The directory that holds a path; of {@code /}, itself. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
