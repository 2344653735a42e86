package dev.coppice.app.start;

import dev.coppice.app.parts.FileView;
import dev.coppice.model.examples.Example;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the start page works with.
 *
 * @param maker writes a project
 * @param view makes a view for the text of a file
 * @param projects the folder in which new projects are put unless a person says otherwise
 * @param clock tells how long ago a project was open
 */
public record Starting(
        ProjectMaker maker, Supplier<FileView> view, Path projects, InstantSource clock) {

    /** Writes a project. */
    @FunctionalInterface
    public interface ProjectMaker {

        /**
         * Writes an example's files; fails rather than writing over anything.
         *
         * @param name the system's name
         */
        void make(Example example, String name, Path folder) throws IOException;
    }
}
