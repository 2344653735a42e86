package dev.coppice.model.importing;

import dev.coppice.model.export.kairos.FileCheck;
import dev.coppice.model.export.kairos.KairosFinding;
import dev.coppice.model.schema.Shape;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reads cloud-configs of Kairos. What a spec can say becomes fields of it; everything else is kept
 * under {@code targets.kairos}, from where an export to Kairos puts it back.
 */
public final class KairosImporter implements Importer {

    /** Keys that tell a cloud-config of Kairos from one of cloud-init. */
    private static final Set<String> OWN =
            Set.of(
                    "stages",
                    "install",
                    "reset",
                    "upgrade",
                    "k3s",
                    "k3s-agent",
                    "k0s",
                    "k0s-worker",
                    "p2p",
                    "kubevip",
                    "kcrypt",
                    "phonehome",
                    "grub_options",
                    "config_url",
                    "bundles",
                    "cluster",
                    "cloud-init-paths",
                    "bind-pcrs");

    private final SpecSchema schema;
    private final YamlParser parser = new YamlParser();

    public KairosImporter(SpecSchema schema) {
        this.schema = schema;
    }

    @Override
    public String format() {
        return "Kairos cloud-config";
    }

    @Override
    public boolean understands(ImportSource source) {
        SpecText foreign = source.text();
        String content = foreign.content();
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (text.startsWith("#kairos-config") || text.startsWith("#node-config")) {
            return true;
        }
        return text.startsWith("#cloud-config")
                && parser.parse(foreign).root().orElse(null) instanceof YMap root
                && root.entries().stream().anyMatch(entry -> OWN.contains(entry.key().value()));
    }

    @Override
    public Import read(ImportSource file, String name) {
        SpecText foreign = file.text();
        var draft = new Draft();
        draft.set("name", name);
        draft.set("base", Draft.record(Map.of("distribution", new YamlValue.Text("debian"))));
        draft.set("base", "release", new YamlValue.Text("bookworm"));
        List<ImportNote> notes = into(foreign, draft);
        return new Import(draft.write(schema, format(), notes), notes);
    }

    /** Adds what a config says to a spec that others add to, too; returns the report. */
    List<ImportNote> into(SpecText foreign, Draft draft) {
        ParsedYaml parsed = parser.parse(foreign);
        if (!(parsed.root().orElse(null) instanceof YMap root)) {
            var note =
                    new ImportNote(
                            "",
                            new Position(1, 1),
                            ImportNote.Outcome.DROPPED,
                            "",
                            "The file holds no settings that can be read.");
            return List.of(note);
        }
        var source = new Foreign(foreign, root);
        for (KairosFinding found : new FileCheck().check(foreign, parsed)) {
            source.dropped(YamlPath.ROOT, found.message() + " " + found.help());
        }
        var raw = new KairosRaw(source);
        var people = new KairosPeople(source, draft, raw);
        var boot = new KairosBoot(source, draft, raw);
        var stages = new KairosStages(source, draft, raw);
        for (String key : source.keys(YamlPath.ROOT)) {
            switch (key) {
                case "hostname" -> hostname(source, draft, raw);
                case "users" -> people.users();
                case "install" -> boot.install();
                case "grub_options" -> boot.grub();
                case "stages" -> stages.take();
                default -> raw.keep(key);
            }
        }
        boot.finish();
        raw.write(draft);
        return source.notes();
    }

    /** A template is Kairos' matter. */
    private static void hostname(Foreign source, Draft draft, KairosRaw raw) {
        YamlPath path = YamlPath.of("hostname");
        Optional<String> text = source.text(path).filter(Shape.HOST_NAME::matches);
        if (text.isPresent()) {
            draft.set("hostname", text.get());
            source.taken(path, "hostname");
        } else {
            raw.keep("hostname");
        }
    }
}
