package dev.coppice.model.importing;

import dev.coppice.model.text.SpecText;

/** Reads a file of another system as a spec. Pure and total: what cannot be taken is reported. */
public interface Importer {

    /** What the files are called for people: {@code cloud-init user-data}. */
    String format();

    /** Whether a file says that it is such a file. */
    boolean understands(ImportSource source);

    /**
     * Makes a spec.
     *
     * @param name the system's name in the spec
     */
    Import read(ImportSource source, String name);

    /** Whether a text says that it is such a file. */
    default boolean understands(SpecText foreign) {
        return understands(ImportSource.of(foreign));
    }

    /** Makes a spec of a text that stands for itself. */
    default Import read(SpecText foreign, String name) {
        return read(ImportSource.of(foreign), name);
    }
}
