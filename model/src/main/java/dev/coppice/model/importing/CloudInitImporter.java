package dev.coppice.model.importing;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Map;

/**
 * Reads user-data of cloud-init that starts with {@code #cloud-config}; the keys are those of
 * cloud-init's module reference.
 */
public final class CloudInitImporter implements Importer {

    private static final String MARK = "#cloud-config";

    private final SpecSchema schema;
    private final YamlParser parser = new YamlParser();

    public CloudInitImporter(SpecSchema schema) {
        this.schema = schema;
    }

    @Override
    public String format() {
        return "cloud-init user-data";
    }

    @Override
    public boolean understands(ImportSource source) {
        SpecText foreign = source.text();
        String content = foreign.content();
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return text.startsWith(MARK);
    }

    @Override
    public Import read(ImportSource file, String name) {
        SpecText foreign = file.text();
        var draft = new Draft();
        draft.set("name", name);
        draft.set("base", Draft.record(Map.of("distribution", new YamlValue.Text("debian"))));
        draft.set("base", "release", new YamlValue.Text("bookworm"));
        ParsedYaml parsed = parser.parse(foreign);
        if (!(parsed.root().orElse(null) instanceof YMap root)) {
            var note =
                    new ImportNote(
                            "",
                            new Position(1, 1),
                            ImportNote.Outcome.DROPPED,
                            "",
                            "The file holds no settings that can be read.");
            return new Import(draft.write(schema, format(), List.of(note)), List.of(note));
        }
        var source = new Foreign(foreign, root);
        if (!parsed.complete()) {
            source.dropped(YamlPath.ROOT, "The file has errors; what stands behind them is lost.");
        }
        var commands = new Commands();
        var system = new CloudInitSystem(source, draft);
        var people = new CloudInitPeople(source, draft);
        var software = new CloudInitSoftware(source, draft, commands);
        for (String key : source.keys(YamlPath.ROOT)) {
            boolean known = system.take(key) || people.take(key) || software.take(key);
            if (!known) {
                source.dropped(YamlPath.of(key), CloudInitKeys.whyNot(key));
            }
        }
        people.finish();
        software.finish();
        commands.write(draft);
        return new Import(draft.write(schema, format(), source.notes()), source.notes());
    }
}
