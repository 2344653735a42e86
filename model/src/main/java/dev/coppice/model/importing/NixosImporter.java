package dev.coppice.model.importing;

import dev.coppice.model.export.nixos.DebianNames;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code configuration.nix}, other modules of NixOS and flakes without Nix: the literal part
 * of the language. What it does not understand is listed with its text; settings that a spec cannot
 * say are kept under {@code targets.nixos}.
 */
public final class NixosImporter implements Importer {

    private final SpecSchema schema;
    private final DebianNames names = new DebianNames();

    public NixosImporter(SpecSchema schema) {
        this.schema = schema;
    }

    @Override
    public String format() {
        return "a NixOS configuration";
    }

    @Override
    public boolean understands(ImportSource source) {
        String text = source.text().content();
        return source.file().endsWith(".nix")
                || text.matches("(?s)\\s*(#[^\\n]*\\n\\s*)*\\{[^}]*\\}\\s*:.*\\bsystem\\b.*")
                        && text.length() < 100_000;
    }

    @Override
    public Import read(ImportSource source, String name) {
        return read(source, name, NixosAnswers.NONE);
    }

    /**
     * Makes a spec with what Nix has worked out.
     *
     * @param answers what Nix says of options that could not be read
     */
    public Import read(ImportSource source, String name, NixosAnswers answers) {
        var modules = new NixosModules(source);
        var draft = new Draft();
        draft.set("name", name);
        draft.set("base", Draft.record(Map.of("distribution", new YamlValue.Text("debian"))));
        draft.set("base", "release", new YamlValue.Text("bookworm"));
        if (NixosFlake.is(source)) {
            new NixosFlake(modules, draft).read(source.text().content());
        } else {
            modules.readAll();
        }
        var options = new NixosOptions(answers.put(modules.whole()), modules);
        modules.notes().forEach(options::add);
        var copies = new ArrayList<Import.Copy>();
        var files = new NixosFiles(options, draft, copies);
        new NixosSystem(options, draft).take();
        new NixosPeople(options, draft).take();
        new NixosSshd(options, draft).take();
        var services = new NixosServices(options, draft, names);
        services.take();
        new NixosUnits(options, draft, names).take();
        new NixosNetwork(options, draft).take();
        new NixosKernel(options, draft).take();
        new NixosContainers(options, draft, copies).take();
        files.take();
        new NixosRest(options, draft).take();
        List<ImportNote> notes = options.notes();
        return new Import(draft.write(schema, format(), notes), notes, copies);
    }

    /** The options that the reader could not make out, as dotted paths. */
    public List<List<String>> unknown(ImportSource source) {
        var modules = new NixosModules(source);
        if (NixosFlake.is(source)) {
            return List.of();
        }
        modules.readAll();
        return NixosAnswers.unknown(modules.whole());
    }
}
