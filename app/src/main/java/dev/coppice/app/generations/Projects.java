package dev.coppice.app.generations;

import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What the page does to folders of projects. Called in the background. */
public interface Projects {

    /**
     * Gives the files that a generation included their content of then.
     *
     * @return the copies of what the files held, by their paths in the project
     */
    SortedMap<String, Path> restore(Generation generation) throws IOException;

    /**
     * Makes a project of its own that begins where a generation stands.
     *
     * @param name of its system
     * @return its first generation
     */
    Generation branch(Generation generation, String name, Path folder) throws IOException;

    /** A folder for a new project of a name that is not there yet. */
    Path folderFor(String name);
}
