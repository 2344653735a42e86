package dev.coppice.model.importing;

import dev.coppice.model.text.SpecText;

/** Reads a file of another system as a spec. Pure and total: what cannot be taken is reported. */
public interface Importer {

    /** What the files are called for people: {@code cloud-init user-data}. */
    String format();

    /** Whether a text says that it is such a file. */
    boolean understands(SpecText foreign);

    /**
     * Makes a spec.
     *
     * @param name the system's name in the spec
     */
    Import read(SpecText foreign, String name);
}
