package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;
import dev.coppice.model.yaml.YNode.YSeq;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {

    private final YamlParser parser = new YamlParser();

    private ParsedYaml parse(String text) {
        return parser.parse(new SpecText(text));
    }

    private YNode clean(String text) {
        ParsedYaml parsed = parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.complete()).isTrue();
        return parsed.root().orElseThrow();
    }

    private Diagnostic onlyProblem(String text) {
        ParsedYaml parsed = parse(text);
        assertThat(parsed.problems()).hasSize(1);
        return parsed.problems().getFirst();
    }

    private static String cut(String text, YNode node) {
        return text.substring(node.range().start(), node.range().end());
    }

    private static YNode at(YNode root, Object... path) {
        return root.at(YamlPath.of(path)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "# only a comment\n", "---\n", "--- # c\n...\n", "\uFEFF", "  "})
    void aTextWithoutContentHasNoRootAndNoProblem(String text) {
        ParsedYaml parsed = parse(text);
        assertThat(parsed.root()).isEmpty();
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.complete()).isTrue();
    }

    @Test
    void rangesCountUtf16UnitsBehindEmoji() {
        String text = "a: \"\uD83D\uDE00\uD83D\uDE00\" # \uD83D\uDE00\nb: [x, y\uD83D\uDE00]\n";
        YNode root = clean(text);
        assertThat(cut(text, at(root, "a"))).isEqualTo("\"\uD83D\uDE00\uD83D\uDE00\"");
        assertThat(cut(text, at(root, "b"))).isEqualTo("[x, y\uD83D\uDE00]");
        assertThat(cut(text, at(root, "b", 1))).isEqualTo("y\uD83D\uDE00");
    }

    @Test
    void blockCollectionsEndWithTheirLastChild() {
        String text =
                """
                users:
                  - name: a # behind
                    groups:
                      - x

                  # about nothing

                hostname: h
                """;
        YNode root = clean(text);
        assertThat(cut(text, at(root, "users")))
                .isEqualTo("- name: a # behind\n    groups:\n      - x");
        assertThat(cut(text, at(root, "users", 0, "groups"))).isEqualTo("- x");
        assertThat(cut(text, root)).isEqualTo(text.stripTrailing());
    }

    @Test
    void crLfAndAByteOrderMarkKeepRangesRight() {
        String text = "\uFEFFa:\r\n  - 1\r\n\r\nb: 'x'\r\n";
        YNode root = clean(text);
        assertThat(cut(text, at(root, "a"))).isEqualTo("- 1");
        assertThat(cut(text, at(root, "b"))).isEqualTo("'x'");
    }

    @Test
    void blockScalarsEndBeforeBlankLinesAndKeepTheirText() {
        String text = "a: |\n  x  \n   y\n\n\n# c\nb: >-\n  p\n  q\n";
        YNode root = clean(text);
        assertThat(cut(text, at(root, "a"))).isEqualTo("|\n  x  \n   y");
        assertThat(at(root, "a"))
                .isInstanceOfSatisfying(
                        YScalar.class,
                        s -> {
                            assertThat(s.value()).isEqualTo("x  \n y\n");
                            assertThat(s.style()).isEqualTo(Style.LITERAL);
                            assertThat(s.type()).isEqualTo(Type.STRING);
                        });
        assertThat(((YScalar) at(root, "b")).value()).isEqualTo("p q");
        assertThat(((YScalar) at(root, "b")).style()).isEqualTo(Style.FOLDED);
    }

    @ParameterizedTest
    @CsvSource({
        "0644, STRING",
        "0, INT",
        "-12, INT",
        "+5, INT",
        "0x1F, INT",
        "0o17, INT",
        "1_000, STRING",
        "true, BOOL",
        "False, BOOL",
        "yes, STRING",
        "no, STRING",
        "on, STRING",
        "~, NULL",
        "null, NULL",
        "1.5, FLOAT",
        "1e3, FLOAT",
        ".inf, FLOAT",
        "-.inf, FLOAT",
        ".nan, FLOAT",
        "12:30:00, STRING",
        "2026-11-22, STRING",
        "00.5, STRING",
        "1., FLOAT",
        "-a, STRING",
        "+, STRING",
        "'\"1\"', STRING",
        "!!str 1, STRING",
        "! 1, STRING",
        "!!int 1, INT"
    })
    void plainScalarsHaveTheTypesOfTheCoreSchemaButLeadingZeros(String written, Type type) {
        YNode root = clean("a: [" + written + "]\nb: x\n");
        assertThat(((YScalar) at(root, "a", 0)).type()).isEqualTo(type);
    }

    @Test
    void wholeNumbersAreReadInAllTheirNotations() {
        YNode root = clean("[12, -3, +4, 0x1F, 0o17, 99999999999999999999, '7']");
        assertThat(((YSeq) root).items().stream().map(n -> ((YScalar) n).asLong().orElse(-1)))
                .containsExactly(12L, -3L, 4L, 31L, 15L, -1L, -1L);
    }

    @Test
    void anEmptyValueIsNullWithAnEmptyRangeBehindItsKey() {
        String text = "a:   # c\nb:\n  -\n  - x\n";
        YNode root = clean(text);
        assertThat(at(root, "a").range()).isEqualTo(new TextRange(2, 2));
        assertThat(((YScalar) at(root, "a")).type()).isEqualTo(Type.NULL);
        assertThat(at(root, "b", 0).range().length()).isZero();
    }

    @Test
    void anchorsAndTagsAreNotPartOfARange() {
        String text = "a: &x !!str 5\nb: &y\n  c: 1\nd: &z [1]\ne: &u\n- f\ng: &v\n  - h\n";
        YNode root = clean(text);
        assertThat(cut(text, at(root, "a"))).isEqualTo("5");
        assertThat(cut(text, at(root, "b"))).isEqualTo("c: 1");
        assertThat(cut(text, at(root, "d"))).isEqualTo("[1]");
        assertThat(cut(text, at(root, "e"))).isEqualTo("- f");
        assertThat(cut(text, at(root, "g"))).isEqualTo("- h");
    }

    @Test
    void aliasesAreTheirAnchorsNodes() {
        YNode root = clean("a: &x {b: 1}\nc: *x\nd: [*x]\n");
        assertThat(at(root, "c")).isSameAs(at(root, "a"));
        assertThat(at(root, "d", 0, "b").range()).isEqualTo(at(root, "a", "b").range());
    }

    @Test
    void mergeKeysAddWhatIsNotSaid() {
        YNode root = clean("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 9\n");
        assertThat(((YMap) at(root, "c")).entries().stream().map(e -> e.key().value()))
                .containsExactly("x", "y", "z");
        assertThat(((YScalar) at(root, "c", "x")).value()).isEqualTo("9");
        assertThat(((YScalar) at(root, "c", "y")).value()).isEqualTo("2");
        assertThat(onlyProblem("a:\n  <<: 5\n").code()).isEqualTo("yaml-merge");
    }

    @Test
    void duplicateKeysAreReportedAtTheSecondAndBothAreKept() {
        ParsedYaml parsed = parse("a: 1\nb:\n  c: 1\n  d: 2\n  \"c\": 3\na: 2\n");
        assertThat(parsed.problems()).extracting(Diagnostic::code).containsOnly("duplicate-key");
        assertThat(parsed.problems())
                .extracting(Diagnostic::start)
                .containsExactly(new Position(5, 3), new Position(6, 1));
        assertThat(parsed.problems().getFirst().path()).isEqualTo(YamlPath.of("b", "c"));
        assertThat(parsed.problems().getFirst().fixes().getFirst().ops())
                .containsExactly(new YamlOp.RemoveDuplicate(YamlPath.of("b", "c")));
        assertThat(((YMap) parsed.root().orElseThrow()).entries()).hasSize(3);
        assertThat(parsed.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a, b]\n: x\nc: 1\n", "{a: 1}: x\nc: 1\n"})
    void keysThatAreNotTextsAreReportedAndLeftOut(String text) {
        Diagnostic problem = onlyProblem(text);
        assertThat(problem.code()).isEqualTo("yaml-key");
        assertThat(problem.range().start()).isZero();
        assertThat(((YMap) parse(text).root().orElseThrow()).entries())
                .extracting(e -> e.key().value())
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c\\n | 1 | 5 | colon",
                "a: 1\\nb: [1, 2\\nc: 3\\n | 2 | 4 | list that opens here",
                "a: 1\\nb: {x: 1\\nc: 3\\n | 2 | 4 | mapping that opens here",
                "a: 1\\nb: \"x\\nc: 1\\n | 2 | 4 | quote that opens here",
                "a: 1\\nfoo\\nb: 1\\n | 2 | 1 | neither a key",
                "a:\\n\\tb: 1\\n | 2 | 1 | tab",
                "a: 1\\n- b\\n | 2 | 1 | list item",
                "- a\\nb: 1\\n | 2 | 1 | key stands where",
                "a: @x\\n | 1 | 4 | cannot start",
                "a: \"\\q\"\\n | 1 | 6 | escape",
                "users:\\n  - name: a\\n   shell: b\\n | 3 | 4 | indentation",
                "a: \"x\" y\\n | 1 | 8 | behind the end",
                "a: [1,,2]\\n | 1 | 7 | value is missing",
                "a: *\\n | 1 | 5 | alias",
                "a: >x\\n  y\\n | 1 | 5 | indentation digit",
                "a: !e!x y\\n | 1 | 4 | tag",
                "%YAML 3.0\\n---\\na: 1\\n | 1 | 1 | version"
            })
    void syntaxErrorsAreSaidInWordsWithTheirPlace(String text, int line, int column, String words) {
        ParsedYaml parsed = parse(text.replace("\\n", "\n").replace("\\t", "\t"));
        Diagnostic problem = parsed.problems().getFirst();
        assertThat(problem.code()).isEqualTo("yaml-syntax");
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.start()).isEqualTo(new Position(line, column));
        assertThat(problem.message()).contains(words);
        assertThat(problem.help()).isNotBlank();
        assertThat(parsed.complete()).isFalse();
    }

    @Test
    void whatStandsBeforeASyntaxErrorIsKeptWhenItIsSound() {
        ParsedYaml parsed = parse("spec: 1\nusers:\n  - name: a\nbase: [x\nhostname: h\n");
        YMap root = (YMap) parsed.root().orElseThrow();
        assertThat(root.entries())
                .extracting(e -> e.key().value())
                .containsExactly("spec", "users");
    }

    @Test
    void forbiddenCharactersAreReportedAndDoNotHideTheRest() {
        ParsedYaml parsed = parse("a: x\u0007y\nb: \uD83D\nc: 1\nc: 2\n");
        assertThat(parsed.problems())
                .extracting(Diagnostic::code)
                .containsExactly("yaml-syntax", "yaml-syntax", "duplicate-key");
        assertThat(parsed.problems().getFirst().message()).contains("U+0007");
        assertThat(((YMap) parsed.root().orElseThrow()).entries()).hasSize(4);
    }

    @Test
    void aSecondDocumentIsReportedAndNotRead() {
        Diagnostic problem = onlyProblem("a: 1\n---\na: [\n");
        assertThat(problem.code()).isEqualTo("yaml-documents");
        assertThat(problem.start()).isEqualTo(new Position(2, 1));
    }

    @Test
    void unknownTagsAreWarnedAbout() {
        Diagnostic problem = onlyProblem("a: !vault x\n");
        assertThat(problem.code()).isEqualTo("yaml-tag");
        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.range()).isEqualTo(new TextRange(3, 10));
    }

    @Test
    void aliasesWithoutAnchorOrInsideTheirAnchorAreReported() {
        assertThat(onlyProblem("a: *nope\n").start()).isEqualTo(new Position(1, 4));
        assertThat(onlyProblem("a: &x [1, *x]\n").message()).contains("inside");
        assertThat(onlyProblem("a: *x\nb: &x 1\n").code()).isEqualTo("yaml-alias");
    }

    @Test
    void aliasBombsAndDeepAliasChainsAreStopped() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        var chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 5_000; i++) {
            String last = "*a" + (i - 1);
            String key = "a" + i + ": &a" + i;
            chain.append(key).append(" [").append(last).append("]\n");
            if (i < 30) {
                bomb.append(key).append(" [").append((last + ", ").repeat(10)).append("]\n");
            }
        }
        assertThat(parse(bomb.toString()).problems())
                .isNotEmpty()
                .allMatch(d -> d.code().equals("yaml-alias"));
        assertThat(parse(chain.toString()).problems())
                .isNotEmpty()
                .allMatch(d -> d.code().equals("yaml-alias"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepNestingIsReported(String opener) {
        ParsedYaml parsed = parse("a: 1\nb:\n  " + opener.repeat(100_000));
        assertThat(parsed.problems()).extracting(Diagnostic::code).containsExactly("yaml-limit");
        assertThat(parsed.complete()).isFalse();
        assertThat(parsed.root()).isPresent();
    }

    @Test
    void aHugeTextIsReported() {
        assertThat(onlyProblem("# " + "x".repeat(4 * 1024 * 1024)).code()).isEqualTo("yaml-limit");
    }
}
