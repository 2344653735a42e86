package dev.coppice.app.start;

import dev.coppice.app.session.UserSettings.Recent;

import java.nio.file.Path;
import java.util.List;

/** What the start page asks of the window. */
public interface StartActions {

    /** Lets a person choose a project's folder, and opens it. */
    void open();

    /** Opens the project in a folder. */
    void open(Path folder);

    /** Goes on once nothing of the open project would be lost. */
    void leave(Runnable then);

    /** The last projects, the newest first. */
    List<Recent> recentProjects();

    /** Takes a project out of the last ones; its files stay. */
    void forget(Path folder);
}
