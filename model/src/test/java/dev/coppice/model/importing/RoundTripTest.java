package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.export.cloudinit.CloudInitExporter;
import dev.coppice.model.export.kairos.KairosExporter;
import dev.coppice.model.export.nixos.NixosExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an export calls exact is in the spec that an import makes of it. */
class RoundTripTest {

    /**
     * A description is a comment there; containers are units and bundles scripts, which stay what
     * they are; the text of a file of the project is its content.
     */
    private static final String OTHERWISE =
            "description = .*|containers\\[.*|bundles\\[.*|files\\[\\d+]\\.source = .*";

    private final Importers importers = new Importers(new SpecSchema());

    /** The files of an export, as they would lie in a folder. */
    private static ImportSource source(ExportResult result, ExportCases.Case each, String file) {
        Map<String, String> texts = new HashMap<>();
        for (ExportedFile made : result.files()) {
            switch (made) {
                case ExportedFile.Text text -> texts.put(text.path(), text.content());
                case ExportedFile.Copy copy ->
                        each.input()
                                .files()
                                .text(copy.source())
                                .ifPresent(text -> texts.put(copy.path(), text));
            }
        }
        return new ImportSource(
                file,
                new SpecText(texts.get(file)),
                new ProjectFiles() {
                    @Override
                    public Optional<Long> size(String path) {
                        return text(path).map(text -> (long) text.length());
                    }

                    @Override
                    public Optional<String> text(String path) {
                        return Optional.ofNullable(texts.get(path));
                    }
                },
                List.copyOf(texts.keySet()));
    }

    /** The values of a document, by their paths with {@code []} for the places in lists. */
    private static Map<String, Set<String>> values(YNode root) {
        var values = new HashMap<String, Set<String>>();
        collect(root, "", values);
        return values;
    }

    private static void collect(YNode node, String path, Map<String, Set<String>> values) {
        switch (node) {
            case YNode.YMap map ->
                    map.entries()
                            .forEach(e -> collect(e.value(), path + "." + e.key().value(), values));
            case YNode.YSeq list ->
                    list.items().forEach(item -> collect(item, path + "[]", values));
            case YNode.YScalar scalar ->
                    values.computeIfAbsent(path, it -> new HashSet<>()).add(scalar.value());
        }
    }

    private static String general(YamlPath path) {
        return ("." + path).replaceAll("\\[\\d+]", "[]").replaceAll("^\\.$", "");
    }

    private static String withSuffix(YamlPath path) {
        return general(path).replaceFirst("^(\\.services\\.[^.]+)\\.", "$1.service.");
    }

    private List<String> missing(Exporter exporter, ExportCases.Case each, String file) {
        ExportResult result = exporter.export(each.input());
        ImportSource source = source(result, each, file);
        Import read = importers.of(source).orElseThrow().read(source, each.input().spec().name());
        YNode back = new YamlParser().parse(read.spec()).root().orElseThrow();
        Map<String, Set<String>> values = values(back);
        var missing = new ArrayList<String>();
        for (ExportResult.Entry entry : result.report()) {
            if (entry.support() instanceof FieldSupport.Exact
                    && each.input().tree().at(entry.path()).orElse(null)
                            instanceof YNode.YScalar scalar
                    && !values.getOrDefault(general(entry.path()), Set.of())
                            .contains(scalar.value())
                    && !values.getOrDefault(withSuffix(entry.path()), Set.of())
                            .contains(scalar.value())) {
                missing.add(entry.path() + " = " + scalar.value().lines().findFirst().orElse(""));
            }
        }
        return missing;
    }

    private void assertNothingIsMissing(Exporter exporter, String file, Pattern elsewhere) {
        var lost = new ArrayList<String>();
        for (ExportCases.Case each : ExportCases.gallery()) {
            missing(exporter, each, file).stream()
                    .filter(value -> !elsewhere.matcher(value).matches())
                    .forEach(value -> lost.add(each + ": " + value));
        }
        assertThat(lost).isEmpty();
    }

    /** The checks are in a file of their own, the test; bundles are derivations. */
    @Test
    void ofNixos() {
        assertNothingIsMissing(
                new NixosExporter(), "flake.nix", Pattern.compile("(?s)checks\\[.*|bundles\\[.*"));
    }

    @Test
    void ofKairos() {
        assertNothingIsMissing(
                new KairosExporter(),
                "Dockerfile",
                // Locales are made by a command, and the clock is a service.
                Pattern.compile("(?s)" + OTHERWISE + "|ntp\\.enabled = .*|locales\\[.*"));
    }

    @Test
    void ofCloudInit() {
        assertNothingIsMissing(
                new CloudInitExporter(), "user-data", Pattern.compile("(?s)" + OTHERWISE));
    }

    @Test
    void whateverIsExportedCanBeRead() {
        for (ExportCases.Case each : ExportCases.generated(12, 7)) {
            missing(new NixosExporter(), each, "flake.nix");
            missing(new KairosExporter(), each, "cloud-config.yaml");
            missing(new CloudInitExporter(), each, "user-data");
        }
    }
}
