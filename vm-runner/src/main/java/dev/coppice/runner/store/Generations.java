package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The generations in a store. Safe for several threads and processes. */
public interface Generations {

    /** Names of systems that have generations. */
    List<String> systems() throws IOException;

    /** The generations of a system, newest first. */
    List<Generation> list(String system) throws IOException;

    Optional<Generation> find(String system, int number) throws IOException;

    /** The number that is marked current: the last one built, or the one rolled back to. */
    Optional<Integer> current(String system) throws IOException;

    void makeCurrent(String system, int number) throws IOException;

    /** The log of its build. */
    String log(Generation generation) throws IOException;

    /**
     * The project's files that went into a generation, as they were then, by their path in the
     * project.
     */
    default SortedMap<String, Path> projectFiles(Generation generation) throws IOException {
        return Collections.emptySortedMap();
    }

    /** Keeps what a boot told, in place of what an earlier boot did. */
    Generation recordBoot(Generation generation, BootRecord boot) throws IOException;

    /**
     * Notes something about a generation: a pin, a label.
     *
     * @return the generation with it
     */
    Generation mark(Generation generation, Marks marks) throws IOException;

    /**
     * What deleting generations would take away and free; what others need is not counted.
     *
     * @param generations of any systems
     */
    Deletion plan(Collection<Generation> generations) throws IOException;

    /**
     * Deletes a generation and the layers that nothing else needs.
     *
     * @return bytes freed
     * @throws dev.coppice.runner.job.ProblemException when it is pinned, or in use
     */
    long delete(Generation generation) throws IOException;
}
