package dev.coppice.app.start;

import dev.coppice.app.parts.FileView;
import dev.coppice.model.examples.Example;
import dev.coppice.model.importing.Importer;
import dev.coppice.model.text.SpecText;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the start page works with.
 *
 * @param maker writes a project of an example
 * @param importer reads files of another system
 * @param importMaker writes a project of a spec that was imported
 * @param view makes a view for the text of a file
 * @param projects the folder in which new projects are put unless a person says otherwise
 * @param clock tells how long ago a project was open
 */
public record Starting(
        ProjectMaker maker,
        Importer importer,
        ImportMaker importMaker,
        Supplier<FileView> view,
        Path projects,
        InstantSource clock) {

    /** Writes a project of an example. */
    @FunctionalInterface
    public interface ProjectMaker {

        /**
         * Writes an example's files; fails rather than writing over anything.
         *
         * @param name the system's name
         */
        void make(Example example, String name, Path folder) throws IOException;
    }

    /** Writes a project of a spec that was imported. */
    @FunctionalInterface
    public interface ImportMaker {

        /** Writes the spec; fails rather than writing over another. */
        void make(SpecText spec, Path folder) throws IOException;
    }
}
