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
        this.all =
                List.of(
                        new KairosImporter(schema),
                        new CloudInitImporter(schema),
                        new NixosImporter(schema),
                        new DockerfileImporter(schema));
    }

    /** The one for a file. */
    public Optional<Importer> of(ImportSource source) {
        return all.stream().filter(importer -> importer.understands(source)).findFirst();
    }

    /** The one for a text. */
    public Optional<Importer> of(SpecText foreign) {
        return of(ImportSource.of(foreign));
    }

    /**
     * The names of the files that are looked for in a folder that is to be imported, the one that
     * says most first.
     */
    public static List<String> filesOfFolder() {
        return List.of(
                "flake.nix",
                "configuration.nix",
                "default.nix",
                "Dockerfile",
                "Containerfile",
                "cloud-config.yaml",
                "cloud_config.yaml",
                "user-data",
                "user-data.yaml");
    }

    /** What can be imported, for people: {@code cloud-init user-data, a Kairos cloud-config}. */
    public List<String> formats() {
        return all.stream().map(Importer::format).toList();
    }
}
