package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each value of the configs that are written after the documentation is changed in turn: an import
 * that says the same then has lost it, and must have said so.
 */
class NothingIsLostTest {

    private static final Path FOLDER = Path.of("src/test/resources/importing");

    /** A step's name is for people; a step of which everything is taken needs none. */
    private static final Pattern LABELS = Pattern.compile("stages\\.[a-z.-]+\\[\\d+]\\.name");

    /** Files of a spec are written when all accounts and packages are there, anyway. */
    private static final Pattern LATER = Pattern.compile("write_files\\[\\d+]\\.defer");

    private final SpecSchema schema = new SpecSchema();

    private static List<String> kairos() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("kairos"))) {
            var texts = new ArrayList<String>();
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    /** A value of the same kind that means something else. */
    private static String another(YScalar scalar) {
        return switch (scalar.type()) {
            case BOOL -> scalar.value().equalsIgnoreCase("true") ? "false" : "true";
            case INT -> scalar.value() + "1";
            case NULL -> "x";
            case FLOAT, STRING -> {
                String value = scalar.value();
                boolean mode = value.matches("0[0-7]{3}");
                String changed = mode ? "0111" : value.stripTrailing() + "9";
                yield scalar.style() == YScalar.Style.PLAIN
                        ? changed
                        : "\""
                                + changed.replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("\n", "\\n")
                                + "\"";
            }
        };
    }

    private List<String> lost(Importer importer, String config, Pattern meaningless) {
        var text = new SpecText(config);
        YNode root = new YamlParser().parse(text).root().orElseThrow();
        Import before = importer.read(text, "node");
        var lost = new ArrayList<String>();
        for (YamlPath leaf : ConfigTexts.leaves(root)) {
            var scalar = (YScalar) root.at(leaf).orElseThrow();
            String changed =
                    config.substring(0, scalar.range().start())
                            + another(scalar)
                            + config.substring(scalar.range().end());
            if (new YamlParser().parse(new SpecText(changed)).root().isEmpty()
                    || meaningless.matcher(leaf.toString()).matches()) {
                continue;
            }
            Import after = importer.read(new SpecText(changed), "node");
            boolean same = says(after).equals(says(before));
            if (same && nearest(before, leaf).filter(o -> o != Outcome.TAKEN).isEmpty()) {
                lost.add(leaf + " = " + scalar.value());
            }
        }
        return lost;
    }

    private static String says(Import read) {
        return read.spec().content() + read.notes();
    }

    private static Optional<Outcome> nearest(Import read, YamlPath leaf) {
        return Stream.iterate(leaf, up -> !up.steps().isEmpty(), YamlPath::parent)
                .flatMap(
                        up ->
                                read.notes().stream()
                                        .filter(note -> note.field().equals(up.toString())))
                .map(ImportNote::outcome)
                .findFirst();
    }

    @Test
    void ofKairos() throws IOException {
        var lost = new ArrayList<String>();
        for (String config : kairos()) {
            lost.addAll(lost(new KairosImporter(schema), config, LABELS));
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void ofCloudInit() throws IOException {
        var lost = new ArrayList<String>();
        for (String config : ConfigTexts.cloudInit()) {
            lost.addAll(lost(new CloudInitImporter(schema), config, LATER));
        }
        assertThat(lost).isEmpty();
    }
}
