package dev.coppice.model.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What we show to people is right. */
class ExamplesTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("(?s)```ya?ml\\n(.*?)```");

    static List<Example> examples() {
        var all = new ArrayList<Example>(new Examples().all());
        all.add(new Examples().empty());
        return all;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasNothingToFind(Example example) {
        ProjectFiles files =
                path ->
                        example.files().contains(path)
                                ? Optional.of((long) example.bytes(path).length)
                                : Optional.empty();
        Analysis analysis = new Analyzer().analyze(new SpecText(example.spec()), files);

        assertThat(analysis.diagnostics()).isEmpty();
        assertThat(analysis.spec().orElseThrow().name()).isEqualTo(example.id());
        assertThat(example.files())
                .allSatisfy(file -> assertThat(example.bytes(file)).isNotEmpty());
    }

    /** A newcomer reads it: it says what it is, explains itself, and proves itself. */
    @ParameterizedTest
    @MethodSource("gallery")
    void teaches(Example example) {
        List<String> lines = example.spec().lines().toList();
        assertThat(lines.getFirst()).startsWith("# ");
        assertThat(lines.stream().filter(line -> line.contains("# ")).count())
                .as("lines with a comment")
                .isGreaterThanOrEqualTo(5);
        assertThat(lines.stream().filter(line -> !line.contains("hashedPassword: ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        Analysis analysis =
                new Analyzer().analyze(new SpecText(example.spec()), path -> Optional.of(1L));
        assertThat(analysis.spec().orElseThrow().checks()).isNotEmpty();
        assertThat(example.lessons()).hasSizeBetween(2, 4);
        assertThat(example.tags()).hasSizeBetween(1, 6);
        assertThat(example.description()).endsWith(".").hasSizeLessThanOrEqualTo(80);
    }

    static List<Example> gallery() {
        return new Examples().all();
    }

    @Test
    void everyOneHasItsOwnNameAndPicture() {
        assertThat(gallery()).extracting(Example::id).doesNotHaveDuplicates();
        assertThat(gallery()).extracting(Example::title).doesNotHaveDuplicates();
        assertThat(examples()).extracting(Example::icon).doesNotHaveDuplicates();
    }

    @Test
    void isFoundByWhatItDoes() {
        var examples = new Examples();
        assertThat(examples.matching("  ")).isEqualTo(examples.all());
        assertThat(examples.matching("Postgres"))
                .extracting(Example::id)
                .contains("database")
                .doesNotContain("minimal");
        assertThat(examples.matching("nginx tls"))
                .extracting(Example::id)
                .containsExactly("reverse-proxy");
        assertThat(examples.matching("zebra")).isEmpty();
    }

    @Test
    void theStandardOneIsAWebServer() {
        assertThat(new Examples().standard().id()).isEqualTo("web-server");
        assertThat(new Examples().find("dev-box")).isPresent();
        assertThat(new Examples().find("nothing")).isEmpty();
    }

    @Test
    void theReadmeListsTheGallery() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(gallery()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(gallery())
                .allSatisfy(example -> assertThat(readme).contains("\n| `" + example.id() + "` |"));
    }

    /** A block of the README is a whole spec or some keys of one. */
    @Test
    void theReadmesBlocksHaveNothingToFind() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        for (String block : blocks(readme)) {
            String head = "";
            for (String line :
                    List.of(
                            "spec: 1\n",
                            "name: readme\n",
                            "base: { distribution: debian, release: bookworm }\n")) {
                String key = line.substring(0, line.indexOf(':') + 1);
                head += block.lines().anyMatch(l -> l.startsWith(key)) ? "" : line;
            }
            Analysis analysis =
                    new Analyzer().analyze(new SpecText(head + block), path -> Optional.of(1L));
            assertThat(analysis.diagnostics()).as(block).isEmpty();
        }
    }

    private static List<String> blocks(String markdown) {
        var blocks = new ArrayList<String>();
        var matcher = YAML_BLOCK.matcher(markdown);
        while (matcher.find()) {
            blocks.add(matcher.group(1).stripIndent());
        }
        return blocks;
    }
}
