package dev.coppice.app.start;

import java.nio.file.Path;

/**
 * A project that was open, as the start page shows it.
 *
 * @param when how long ago it was open; empty when that is not known
 * @param missing whether its spec is no longer there
 */
record RecentProject(Path folder, String when, boolean missing) {

    String name() {
        return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
    }

    /** Where it lies, with the home directory as {@code ~}. */
    String place(Path home) {
        return Folders.shown(folder, home);
    }

    /** What stands below its name. */
    String state() {
        return missing ? "not found" : when;
    }
}
