package dev.coppice.model.export.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class YamlDocumentTest {

    private static final int DOCUMENTS = 2_000;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "a",
                    "yes",
                    "0644",
                    "~",
                    "null",
                    "1e3",
                    "1:20",
                    "- a",
                    "a: b",
                    "a #b",
                    "#x",
                    "'",
                    "\"",
                    "\\",
                    "{{ .Values }}",
                    "%x",
                    "@x",
                    "`",
                    "|",
                    ">",
                    "&a",
                    "*a",
                    "!t",
                    "?",
                    "\n",
                    "a\n",
                    "a\nb\n",
                    " a\n  b\n",
                    "\ta\n",
                    "a\n\n",
                    "\n\na\n",
                    "a\r\nb\n",
                    "é\u2028ü",
                    "\uFEFFx",
                    "tab\there",
                    "😀 x",
                    "a\n \nb\n",
                    "x:",
                    "<<",
                    "=",
                    "2020-01-01",
                    "---",
                    "...",
                    "a\n---\nb\n",
                    "end \n",
                    "# a\nb\n");

    @Test
    void whatItWritesIsReadBack() {
        var random = new Random(7);
        for (int i = 0; i < DOCUMENTS; i++) {
            Yaml.Fields document = fields(random, 3);
            String text = write(document);
            YNode read = new YamlParser().parse(new SpecText(text)).root().orElse(null);
            if (!document.fields().isEmpty()) {
                assertThat(shown(read)).as(text).isEqualTo(shown(document));
            }
        }
    }

    @Test
    void everyLineHasTheOriginsOfTheNearestPart() {
        Yaml.Fields document =
                new YamlMap()
                        .put("a", new YamlMap(YamlPath.of("users")).put("b", "x\ny\n").done())
                        .put("c", Yaml.texts(List.of("p"), YamlPath.of("packages")))
                        .done();
        var writer = new TextWriter("");
        new YamlDocument(writer).write(document);

        assertThat(writer.lines())
                .containsExactly(
                        line("a:", YamlPath.of("users")),
                        line("  b: |", YamlPath.of("users")),
                        line("    x", YamlPath.of("users")),
                        line("    y", YamlPath.of("users")),
                        new ExportedFile.Line("", List.of()),
                        line("c:", YamlPath.of("packages")),
                        line("  - p", YamlPath.of("packages", 0)));
    }

    private static ExportedFile.Line line(String text, YamlPath origin) {
        return new ExportedFile.Line(text, List.of(origin));
    }

    private static String write(Yaml.Fields document) {
        var writer = new TextWriter("");
        new YamlDocument(writer).write(document);
        var text = new StringBuilder();
        writer.lines().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private static Yaml.Fields fields(Random random, int depth) {
        var map = new YamlMap();
        var used = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = TEXTS.get(random.nextInt(TEXTS.size()));
            if (!used.contains(key)) {
                used.add(key);
                if (random.nextInt(5) == 0) {
                    map.comment("said of it: " + key);
                }
                map.put(key, part(random, depth));
            }
        }
        return map.done();
    }

    private static Yaml part(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 5 : 2);
        return switch (kind) {
            case 0 -> Yaml.number(random.nextInt(100));
            case 1 -> Yaml.text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> Yaml.words(TEXTS.subList(random.nextInt(20), 20 + random.nextInt(20)));
            case 3 -> {
                var items = new ArrayList<Yaml>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(part(random, depth - 1));
                }
                yield Yaml.items(items);
            }
            default -> fields(random, depth - 1);
        };
    }

    private static Object shown(Yaml part) {
        return switch (part) {
            case Yaml.Text text -> "text " + text.value();
            case Yaml.Plain plain -> "plain " + plain.written();
            case Yaml.Words list -> list.words().stream().map(word -> "text " + word).toList();
            case Yaml.Items list -> list.items().stream().map(YamlDocumentTest::shown).toList();
            case Yaml.Fields map ->
                    map.fields().stream()
                            .map(field -> List.of(field.key(), shown(field.value())))
                            .toList();
        };
    }

    private static Object shown(YNode node) {
        return switch (node) {
            case YScalar scalar ->
                    (scalar.type() == YScalar.Type.STRING ? "text " : "plain ") + scalar.value();
            case YSeq list -> list.items().stream().map(YamlDocumentTest::shown).toList();
            case YMap map ->
                    map.entries().stream()
                            .map(entry -> List.of(entry.key().value(), shown(entry.value())))
                            .toList();
            case null -> "nothing";
        };
    }
}
