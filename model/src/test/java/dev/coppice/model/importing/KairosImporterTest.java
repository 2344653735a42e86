package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.kairos.KairosExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class KairosImporterTest {

    private static final Path CONFIGS = Path.of("src/test/resources/importing/kairos");
    private static final Path KEYS =
            Path.of("src/main/resources/dev/coppice/model/export/kairos/cloud-config.keys");

    private final SpecSchema schema = new SpecSchema();
    private final Importers importers = new Importers(schema);

    private static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files.sorted().toList();
        }
    }

    private static YNode tree(String text) {
        return new YamlParser().parse(new SpecText(text)).root().orElseThrow();
    }

    @Test
    void everyKeyIsKeptOrReported() throws IOException {
        assertThat(configs()).hasSizeGreaterThan(40);
        for (Path file : configs()) {
            SpecText text = new SpecText(Files.readString(file));
            Importer importer = importers.of(text).orElseThrow();
            assertThat(importer).as(file.toString()).isInstanceOf(KairosImporter.class);
            Import read = importer.read(text, "node");
            Analysis analysis = Specs.analyze(read.spec().content());
            assertThat(analysis.diagnostics())
                    .as("%s\n%s", file, read.spec().content())
                    .noneMatch(d -> d.severity() == Severity.ERROR);
            assertThat(ConfigTexts.leaves(tree(text.content())))
                    .as("%s: %s", file, read.notes())
                    .allMatch(leaf -> read.notes().stream().anyMatch(n -> covers(n, leaf)));
        }
    }

    private static boolean covers(ImportNote note, YamlPath leaf) {
        return Stream.iterate(leaf, up -> !up.steps().isEmpty(), YamlPath::parent)
                .anyMatch(up -> up.toString().equals(note.field()));
    }

    /** The table of keys is the list of what is documented. */
    @Test
    void theConfigsHaveEveryDocumentedKey() throws IOException {
        var seen = new ArrayList<String>();
        for (Path file : configs()) {
            ConfigTexts.leaves(tree(Files.readString(file)))
                    .forEach(leaf -> seen.add(leaf.toString()));
            emptyLists(tree(Files.readString(file)), "", seen);
        }
        for (String line : Files.readAllLines(KEYS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String pattern =
                        line.substring(0, line.indexOf(' '))
                                .replace(".", "\\.")
                                .replace("[]", "\\[\\d+]")
                                .replace("*", "[a-z_.-]+");
                assertThat(seen).as(line).anyMatch(path -> path.matches(pattern + "([.\\[].*)?"));
            }
        }
    }

    private static void emptyLists(YNode node, String path, List<String> seen) {
        if (node instanceof YNode.YMap map) {
            for (YNode.Entry entry : map.entries()) {
                String at = path.isEmpty() ? entry.key().value() : path + "." + entry.key().value();
                if (entry.value() instanceof YNode.YSeq list && list.items().isEmpty()) {
                    seen.add(at);
                }
                emptyLists(entry.value(), at, seen);
            }
        }
    }

    @Test
    void clearPasswordsAreNotKept() throws IOException {
        String config = Files.readString(CONFIGS.resolve("admin-with-password.yaml"));
        Import read =
                importers.of(new SpecText(config)).orElseThrow().read(new SpecText(config), "n");

        assertThat(read.spec().content())
                .doesNotContain("hashedPassword")
                .doesNotContain(" passwd: ");
        assertThat(read.notes())
                .anyMatch(
                        note ->
                                note.field().equals("users[0].passwd")
                                        && note.outcome() == ImportNote.Outcome.DROPPED);
    }

    @Test
    void whatIsExportedIsReadBack() {
        for (ExportCases.Case each : ExportCases.gallery()) {
            ExportedFile.Text config =
                    (ExportedFile.Text)
                            new KairosExporter().export(each.input()).files().getFirst();
            SpecText text = new SpecText(config.content());
            Import read = importers.of(text).orElseThrow().read(text, each.input().spec().name());
            Analysis analysis = Specs.analyze(read.spec().content());
            SystemSpec there = each.input().spec();
            SystemSpec back = analysis.spec().orElseThrow(() -> failed(each, read, analysis));

            assertThat(back.hostname()).as(each.name()).isEqualTo(there.hostname());
            assertThat(back.accounts().users()).as(each.name()).isEqualTo(there.accounts().users());
            assertThat(back.accounts().groups())
                    .as(each.name())
                    .isEqualTo(there.accounts().groups());
            assertThat(back.kernel().parameters())
                    .as(each.name())
                    .isEqualTo(there.kernel().parameters());
            assertThat(back.kernel().modules()).as(each.name()).isEqualTo(there.kernel().modules());
            assertThat(back.kernel().sysctl())
                    .as(each.name())
                    .containsAllEntriesOf(there.kernel().sysctl());
            assertThat(back.sshd()).as(each.name()).isEqualTo(there.sshd());
            assertThat(back.network().hosts()).as(each.name()).isEqualTo(there.network().hosts());
            assertThat(back.systemd().services())
                    .as(each.name())
                    .containsAllEntriesOf(there.systemd().services());
            assertThat(back.systemd().units()).as(each.name()).containsAll(there.systemd().units());
            assertThat(back.files()).as(each.name()).containsAll(ofTheConfig(there));
            assertThat(back.storage().swapMiB())
                    .as(each.name())
                    .isEqualTo(there.storage().swapMiB());
        }
    }

    private static AssertionError failed(ExportCases.Case each, Import read, Analysis analysis) {
        return new AssertionError(
                each + "\n" + read.spec().content() + "\n" + analysis.diagnostics());
    }

    /** Files with a content of their own in /etc and /usr/local; others are in the image. */
    private static List<FileEntry> ofTheConfig(SystemSpec spec) {
        return spec.files().stream()
                .filter(file -> file.body() instanceof FileEntry.Inline)
                .filter(file -> file.path().matches("/(etc|usr/local)/.*"))
                .filter(file -> file.owner().equals("root") && file.group().equals("root"))
                .toList();
    }

    @Test
    void neverThrows() throws IOException {
        var random = new Random(5);
        var all = new ArrayList<String>();
        for (Path file : configs()) {
            all.add(Files.readString(file));
        }
        List<String> pieces =
                List.of("{", "}", "[", "]", "- ", ": ", "\n", "  ", "a", "&x ", "*x", "~");
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder(all.get(random.nextInt(all.size())));
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(15));
                text.replace(at, end, pieces.get(random.nextInt(pieces.size())));
            }
            Import read = new KairosImporter(schema).read(new SpecText(text.toString()), "node");
            assertThat(new YamlParser().parse(read.spec()).complete()).as(text.toString()).isTrue();
        }
    }
}
