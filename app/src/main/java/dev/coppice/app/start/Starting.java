package dev.coppice.app.start;

import dev.coppice.app.ForeignReader;
import dev.coppice.app.parts.FileView;
import dev.coppice.model.examples.Example;
import dev.coppice.model.importing.Import;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the start page works with.
 *
 * @param maker writes a project of an example
 * @param reader reads files of other systems, and machines
 * @param importMaker writes a project of a spec that was imported
 * @param view makes a view for the text of a file
 * @param projects the folder in which new projects are put unless a person says otherwise
 * @param clock tells how long ago a project was open
 */
public record Starting(
        ProjectMaker maker,
        ForeignReader reader,
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

        /**
         * Writes the spec and the files that it names; fails rather than writing over another.
         *
         * @param beside the folder of the imported file
         */
        void make(Import read, Path beside, Path folder) throws IOException;
    }
}
