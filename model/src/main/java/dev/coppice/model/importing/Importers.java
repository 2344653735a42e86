package dev.coppice.model.importing;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import java.util.List;
import java.util.Optional;

/** The kinds of files that can be read as a spec. */
public final class Importers {

    private final List<Importer> all;

    /** All that come with the program. */
    public Importers(SpecSchema schema) {
        this.all = List.of(new KairosImporter(schema), new CloudInitImporter(schema));
    }

    /** The one for a file. */
    public Optional<Importer> of(SpecText foreign) {
        return all.stream().filter(importer -> importer.understands(foreign)).findFirst();
    }
}
