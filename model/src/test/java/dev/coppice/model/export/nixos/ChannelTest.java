package dev.coppice.model.export.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.nixos.KnownMistakes;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.NixType;
import dev.coppice.model.nixos.OptionFinding;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.RawValue.Type;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What we write against the tables of a channel of NixOS: set {@code COPPICE_NIXOS_DATA} to a
 * folder with its {@code options.json.gz}, {@code options.variants.json.gz} and {@code
 * packages.json.gz}.
 */
class ChannelTest {

    private static final String SETS =
            "(python3Packages|vimPlugins|gst_all_1|php\\.packages|kdePackages|beamPackages)\\..+";

    private final KnownMistakes mistakes = new KnownMistakes();

    private static NixOptions options;
    private static NixOptions machine;
    private static JsonNode packages;

    @BeforeAll
    static void read() throws IOException {
        String place = System.getenv("COPPICE_NIXOS_DATA");
        if (place == null || place.isBlank()) {
            return;
        }
        Path folder = Path.of(place);
        options = NixOptions.parse(json(folder, "options.json.gz").toString()).orElseThrow();
        machine =
                NixOptions.parse(json(folder, "options.variants.json.gz").path("vm").toString())
                        .orElseThrow();
        packages = json(folder, "packages.json.gz").path("packages");
    }

    /** Of each test, so that each is reported as skipped. */
    @BeforeEach
    void needsTables() {
        Assumptions.assumeTrue(options != null, "this host has no tables of NixOS");
    }

    private static JsonNode json(Path folder, String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void everyPackageIsThere() {
        var table = new NixosPackages();
        var missing = new ArrayList<String>();
        for (String name : table.names()) {
            List<String> attributes =
                    switch (table.of(name).orElseThrow()) {
                        case NixosPackages.Attributes it -> it.attributes();
                        case NixosPackages.Serves it -> it.attributes();
                        default -> List.of();
                    };
            attributes.stream()
                    .filter(attribute -> !attribute.matches(SETS) && !packages.has(attribute))
                    .forEach(attribute -> missing.add(name + " -> " + attribute));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOptionIsThere() {
        var services = new NixosServices();
        var table = new NixosPackages();
        var names = new ArrayList<String>();
        services.names()
                .forEach(unit -> services.of(unit).orElseThrow().option().ifPresent(names::add));
        for (String name : table.names()) {
            if (table.of(name).orElseThrow() instanceof NixosPackages.Options it) {
                names.addAll(it.options());
            }
        }
        assertThat(names)
                .allSatisfy(
                        name ->
                                assertThat(options.at(OptionPath.parse(name)).map(NixOption::type))
                                        .as(name)
                                        .contains(new NixType.Bool()));
    }

    static List<ExportCases.Case> gallery() {
        return ExportCases.gallery();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void whatIsWrittenIsAccepted(ExportCases.Case each) {
        NixConfig config = new NixosExporter().configure(each.input(), new TextWriter("  "));
        RawValue.Fields all = fields(config.tree().root());
        RawValue.Fields virtual = below(all, "virtualisation").orElseThrow();
        RawValue.Fields variant = below(virtual, "vmVariant").orElseThrow();

        assertThat(mistakes.of(Optional.of(options), without(all, "vmVariant")))
                .extracting(OptionFinding::message)
                .isEmpty();
        assertThat(mistakes.of(Optional.of(machine), variant))
                .extracting(OptionFinding::message)
                .isEmpty();
    }

    private static RawValue.Fields without(RawValue.Fields all, String name) {
        var copy = new LinkedHashMap<>(all.fields());
        var virtual = new LinkedHashMap<>(((RawValue.Fields) copy.get("virtualisation")).fields());
        virtual.remove(name);
        copy.put("virtualisation", new RawValue.Fields(virtual));
        return new RawValue.Fields(copy);
    }

    private static Optional<RawValue.Fields> below(RawValue.Fields fields, String name) {
        return Optional.ofNullable((RawValue.Fields) fields.fields().get(name));
    }

    private static RawValue.Fields fields(NixTree.Branch branch) {
        var fields = new LinkedHashMap<String, RawValue>();
        branch.children()
                .forEach(
                        (name, node) -> {
                            switch (node) {
                                case NixTree.Branch below -> fields.put(name, fields(below));
                                case NixTree.Leaf leaf ->
                                        raw(leaf.value()).ifPresent(it -> fields.put(name, it));
                            }
                        });
        return new RawValue.Fields(fields);
    }

    /** Empty for expressions, whose types only Nix knows. */
    private static Optional<RawValue> raw(NixValue value) {
        return switch (value) {
            case NixValue.Text text -> Optional.of(new RawValue.Scalar(Type.TEXT, text.text()));
            case NixValue.Num num ->
                    Optional.of(new RawValue.Scalar(Type.INT, Long.toString(num.number())));
            case NixValue.Bool bool ->
                    Optional.of(new RawValue.Scalar(Type.BOOL, Boolean.toString(bool.value())));
            case NixValue.Code code -> Optional.empty();
            case NixValue.Applied applied
                    when applied.function().equals(NixTree.MERGE)
                            && applied.argument() instanceof NixValue.Items items ->
                    items.items().getFirst().value().flatMap(ChannelTest::raw);
            case NixValue.Applied applied -> raw(applied.argument());
            case NixValue.Items items ->
                    Optional.of(
                            new RawValue.Items(
                                    items.items().stream()
                                            .flatMap(item -> item.value().stream())
                                            .flatMap(item -> raw(item).stream())
                                            .toList()));
            case NixValue.Attrs attrs -> {
                var fields = new LinkedHashMap<String, RawValue>();
                attrs.entries()
                        .forEach((name, each) -> raw(each).ifPresent(it -> fields.put(name, it)));
                yield Optional.of(new RawValue.Fields(fields));
            }
        };
    }
}
