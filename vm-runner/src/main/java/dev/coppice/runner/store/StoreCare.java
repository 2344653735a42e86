package dev.coppice.runner.store;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Looks after a store as a whole. Everything here blocks, and is safe while other threads and
 * processes use the store.
 */
public interface StoreCare {

    /** Bytes that the store takes, by part: {@code layers}, {@code blobs}, {@code cache}, ... */
    Map<String, Long> usage() throws IOException;

    /** Whether a generation is there, damaged or not. */
    boolean exists(String system, int number);

    /**
     * Deletes a generation, damaged or not, and the layers that nothing else needs.
     *
     * @return bytes freed
     * @throws dev.coppice.runner.job.ProblemException when it is pinned, or in use
     * @throws IOException when it is not there, or cannot be removed
     */
    long delete(String system, int number) throws IOException;

    /** Removes what nobody needs. */
    Collected collect(CollectRequest request) throws IOException;

    /**
     * Reads everything again and compares it with the sums that were taken when it was written.
     *
     * @param discard whether to take damaged layers and project files away, so that the next build
     *     or import makes them anew; those in use stay
     */
    Verification verify(boolean discard, Progress progress, Cancellation cancellation)
            throws IOException;

    /**
     * Writes a generation with all that it needs as one file, which is there whole or not at all.
     *
     * @throws dev.coppice.runner.job.ProblemException when a part is missing or damaged
     */
    void exportTo(Generation generation, Path file, Progress progress, Cancellation cancellation)
            throws IOException;

    /**
     * Takes in a generation that {@link #exportTo} wrote. Layers that the store has are passed
     * over; those that were taken in before an interruption stay, so that another try goes on.
     *
     * @throws dev.coppice.runner.job.ProblemException when the file is something else, or damaged
     */
    Imported importFrom(Path file, Progress progress, Cancellation cancellation) throws IOException;

    /**
     * Makes a generation the first of another system, without a copy of its layers.
     *
     * @param system the other system's name
     * @param specText its text, with that name
     */
    Generation branch(Generation from, String system, String specText) throws IOException;

    /** Is told how far something got, in bytes. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }

    /**
     * What an import did.
     *
     * @param generation the generation, here
     * @param already whether it was here before
     * @param layers how many layers were not here
     * @param readBytes how much of the file had to be taken in
     */
    record Imported(Generation generation, boolean already, int layers, long readBytes) {}
}
