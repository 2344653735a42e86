package dev.coppice.runner.build.foreign;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.store.BootImage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Makes the image of a system with that system's own tools. */
public interface ImageMaker {

    /** For people: {@code Build the NixOS image}. */
    String title(BuildRequest request);

    /** What steps it is alike, for forecasts: {@code image nixos}. */
    String history(BuildRequest request);

    /**
     * Builds, up to the point where it is known what the image is made from.
     *
     * @throws ProblemException when a tool is missing or fails
     * @throws CancellationException when it was stopped
     */
    Product make(BuildRequest request, Workshop workshop) throws IOException, InterruptedException;

    /**
     * What was built.
     *
     * @param inputs what the image is made from: with the same inputs it is the same image
     * @param image how machines start from it
     * @param writer writes the image, which is not asked for when the store has it
     */
    record Product(CanonicalInputs inputs, BootImage image, Writer writer) {}

    /** Writes the image to a file. */
    @FunctionalInterface
    interface Writer {
        void write(Path file) throws IOException, InterruptedException;
    }
}
