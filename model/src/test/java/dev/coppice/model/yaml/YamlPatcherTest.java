package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

class YamlPatcherTest {

    private static final List<String> ORDER =
            List.of("spec", "name", "base", "hostname", "timezone", "users", "packages");

    private final YamlPatcher patcher = new YamlPatcher(KeyOrder.ofTopLevel(ORDER));

    /** An example: what it shows, the text before, the ops, the text after. */
    record Example(String name, String before, List<YamlOp> ops, String after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Example ex(String name, String before, YamlOp op, String after) {
        return new Example(name, before, List.of(op), after);
    }

    private static YamlPath p(Object... parts) {
        return YamlPath.of(parts);
    }

    private static YamlOp set(YamlValue value, Object... path) {
        return new YamlOp.Set(p(path), value);
    }

    private static YamlOp set(String value, Object... path) {
        return set(t(value), path);
    }

    private static YamlOp remove(Object... path) {
        return new YamlOp.Remove(p(path));
    }

    private static YamlOp insert(YamlValue value, int index, Object... list) {
        return new YamlOp.Insert(p(list), index, value);
    }

    private static YamlValue t(String text) {
        return new YamlValue.Text(text);
    }

    private static YamlValue items(String... texts) {
        return new YamlValue.Items(Stream.of(texts).map(YamlPatcherTest::t).toList());
    }

    private static YamlValue fields(Object... pairs) {
        var map = new LinkedHashMap<String, YamlValue>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            map.put((String) pairs[i], value instanceof YamlValue v ? v : t((String) value));
        }
        return new YamlValue.Fields(map);
    }

    static Stream<Example> scalars() {
        return Stream.of(
                ex("plain", "a: x # c\nb: 1\n", set("z", "a"), "a: z # c\nb: 1\n"),
                ex("single quotes stay", "a: 'x'\n", set("it's", "a"), "a: 'it''s'\n"),
                ex("double quotes stay", "a: \"x\"\n", set("y\"", "a"), "a: \"y\\\"\"\n"),
                ex("alignment stays", "a:    x   # c\n", set("yy", "a"), "a:    yy   # c\n"),
                ex("a letter that was a boolean", "a: x\n", set("y", "a"), "a: \"y\"\n"),
                ex("a word that was a boolean", "a: x\n", set("no", "a"), "a: \"no\"\n"),
                ex("a mode", "a: x\n", set("0644", "a"), "a: \"0644\"\n"),
                ex("a number as text", "a: x\n", set("12", "a"), "a: \"12\"\n"),
                ex("a number", "a: 'x'\n", set(new YamlValue.Int(12), "a"), "a: 12\n"),
                ex("a boolean", "a: no # c\n", set(new YamlValue.Bool(true), "a"), "a: true # c\n"),
                ex("trailing blank", "a: x\n", set("y ", "a"), "a: \"y \"\n"),
                ex("colon", "a: x\n", set("y: z", "a"), "a: \"y: z\"\n"),
                ex("hash", "a: x\n", set("y #z", "a"), "a: \"y #z\"\n"),
                ex(
                        "habit of single quotes",
                        "b: 'q'\na: x\n",
                        set("y: z", "a"),
                        "b: 'q'\na: 'y: z'\n"),
                ex("backslash", "a: x\n", set("C:\\d: ", "a"), "a: 'C:\\d: '\n"),
                ex("emoji", "a: x\n", set("\uD83D\uDE00", "a"), "a: \uD83D\uDE00\n"),
                ex(
                        "one emoji for another",
                        "a: \uD83D\uDE00\n",
                        set("\uD83D\uDE01", "a"),
                        "a: \uD83D\uDE01\n"),
                ex("empty text", "a: x\n", set("", "a"), "a: \"\"\n"),
                ex("control character", "a: x\n", set("\u0007", "a"), "a: \"\\x07\"\n"),
                ex("empty value", "a:\nb: 1\n", set("x", "a"), "a: x\nb: 1\n"),
                ex("empty value with comment", "a:   # c\n", set("x", "a"), "a: x   # c\n"),
                ex("null", "a: ~\n", set("x", "a"), "a: x\n"),
                ex("empty item", "a:\n  -\n  - y\n", set("x", "a", 0), "a:\n  - x\n  - y\n"),
                ex("no final newline", "a: 1\nb: x", set("z", "b"), "a: 1\nb: z"),
                ex("CRLF", "a: x\r\nb: y\r\n", set("z", "a"), "a: z\r\nb: y\r\n"),
                ex("byte-order mark", "\uFEFFa: x\n", set("z", "a"), "\uFEFFa: z\n"),
                ex(
                        "in flow",
                        "a: {b: x, c: [y, z]}\n",
                        set("q,", "a", "c", 0),
                        "a: {b: x, c: [\"q,\", z]}\n"),
                ex(
                        "several lines in flow",
                        "a: {b: x}\n",
                        set("q\nr\n", "a", "b"),
                        "a: {b: \"q\\nr\\n\"}\n"),
                ex("empty value in flow", "a: {b: , c}\n", set("x", "a", "b"), "a: {b: x, c}\n"),
                ex("key only in flow", "a: {b: , c}\n", set("x", "a", "c"), "a: {b: , c: x}\n"),
                ex(
                        "several lines",
                        "a: x # c\nb: 1\n",
                        set("p\n\nq\n", "a"),
                        "a: | # c\n  p\n\n  q\nb: 1\n"),
                ex(
                        "several lines without the last break",
                        "- a: x\n",
                        set("p\nq", 0, "a"),
                        "- a: |-\n    p\n    q\n"),
                ex(
                        "quotes with escapes stay",
                        "a: \"x\\ny\"\n",
                        set("x\nz", "a"),
                        "a: \"x\\nz\"\n"),
                ex(
                        "literal block stays",
                        "a: |  # c\n     p\n     q\n\nb: 1\n",
                        set("p\nr\ns\n", "a"),
                        "a: |  # c\n     p\n     r\n     s\n\nb: 1\n"),
                ex(
                        "literal block loses its last break",
                        "a: |\n  p\n",
                        set("p", "a"),
                        "a: |-\n  p\n"),
                ex(
                        "literal block to empty",
                        "a: | # c\n  p\nb: 1\n",
                        set("", "a"),
                        "a: \"\" # c\nb: 1\n"),
                ex(
                        "literal block starts with a blank",
                        "a: |\n  p\n",
                        set(" p\nq\n", "a"),
                        "a: |2\n   p\n  q\n"),
                ex(
                        "literal block with trailing lines",
                        "a: |\n  p\nb: 1\n",
                        set("p\n\n\n", "a"),
                        "a: |+\n  p\n\n\nb: 1\n"),
                ex(
                        "literal block in CRLF",
                        "a: |\r\n  p\r\nb: 1\r\n",
                        set("p\nq\n", "a"),
                        "a: |\r\n  p\r\n  q\r\nb: 1\r\n"),
                ex(
                        "folded block stays",
                        "a: >-\n  p\n  q\nb: 1\n",
                        set("p r", "a"),
                        "a: >-\n  p r\nb: 1\n"),
                ex("plain over lines", "a: p\n  q # c\nb: 1\n", set("r", "a"), "a: r # c\nb: 1\n"),
                ex("anchored scalar that nobody uses", "a: &x p\n", set("q", "a"), "a: &x q\n"),
                ex("an alias is replaced", "a: &x p\nb: *x\n", set("q", "b"), "a: &x p\nb: q\n"),
                ex(
                        "a change inside an alias writes it out",
                        "a: &x {b: 1, c: 2}\nd: *x # e\n",
                        set("z", "d", "c"),
                        "a: &x {b: 1, c: 2}\nd: # e\n  b: 1\n  c: z\n"),
                ex("the same value changes nothing", "a: 'x'\n", set("x", "a"), "a: 'x'\n"));
    }

    static Stream<Example> collections() {
        return Stream.of(
                ex(
                        "lines behind a comment that they would swallow",
                        "base:\n  - b\n\n    # c\ntimezone: x\n",
                        set("l1\nl2\n", "hostname"),
                        "base:\n  - b\n\n    # c\nhostname: |\n  l1\n  l2\ntimezone: x\n"),
                ex(
                        "item behind the last",
                        "p:\n  - a # c\n  - b # d\nq: 1\n",
                        insert(t("x"), 2, "p"),
                        "p:\n  - a # c\n  - b # d\n  - x\nq: 1\n"),
                ex(
                        "item first, below its comment",
                        "p:\n  # list\n  - a\n",
                        insert(t("x"), 0, "p"),
                        "p:\n  # list\n  - x\n  - a\n"),
                ex(
                        "item between, comments stay with theirs",
                        "p:\n  - a\n  # about b\n  - b\n",
                        insert(t("x"), 1, "p"),
                        "p:\n  - a\n  - x\n  # about b\n  - b\n"),
                ex(
                        "list not indented",
                        "p:\n- a\n- b\nq: 1\n",
                        insert(t("x"), 2, "p"),
                        "p:\n- a\n- b\n- x\nq: 1\n"),
                ex(
                        "wide gap",
                        "p:\n    -   a\n",
                        insert(fields("k", "x", "m", "z"), 1, "p"),
                        "p:\n    -   a\n    -   k: x\n        m: z\n"),
                ex("no final newline", "p:\n  - a", insert(t("x"), 1, "p"), "p:\n  - a\n  - x"),
                ex("CRLF", "p:\r\n  - a\r\n", insert(t("x"), 1, "p"), "p:\r\n  - a\r\n  - x\r\n"),
                ex(
                        "nested items",
                        "p:\n  - - a\n    - b\n",
                        insert(t("x"), 0, "p", 0),
                        "p:\n  - - x\n    - a\n    - b\n"),
                ex(
                        "behind a block scalar",
                        "p:\n  - |\n    a\n\nq: 1\n",
                        insert(t("x"), 1, "p"),
                        "p:\n  - |\n    a\n  - x\n\nq: 1\n"),
                ex(
                        "behind a block scalar that keeps its blank lines",
                        "p:\n  - |+\n    a\n\nq: 1\n",
                        insert(t("x"), 1, "p"),
                        "p:\n  - |+\n    a\n\n  - x\nq: 1\n"),
                ex(
                        "behind an open block scalar",
                        "p:\n  - |\n    a",
                        insert(t("x"), 1, "p"),
                        "p:\n  - |\n    a\n  - x"),
                ex("missing list", "a: 1\n", insert(t("x"), 0, "p"), "a: 1\np:\n  - x\n"),
                ex(
                        "missing list in the habit of others",
                        "a:\n- 1\n",
                        insert(t("x"), 0, "p"),
                        "a:\n- 1\np:\n- x\n"),
                ex("empty list", "p: []\n", insert(t("x"), 0, "p"), "p: [x]\n"),
                ex(
                        "list without value",
                        "p: # c\nq: 1\n",
                        insert(t("x"), 0, "p"),
                        "p: # c\n  - x\nq: 1\n"),
                ex(
                        "flow, last",
                        "p: [a, b] # c\n",
                        insert(t("x y"), 2, "p"),
                        "p: [a, b, x y] # c\n"),
                ex("flow, first", "p: [a, b]\n", insert(t("x"), 0, "p"), "p: [x, a, b]\n"),
                ex(
                        "flow over lines",
                        "p: [\n  a, # c\n  b # d\n]\n",
                        insert(t("x"), 2, "p"),
                        "p: [\n  a, # c\n  b, # d\n  x\n]\n"),
                ex(
                        "flow with a last comma",
                        "p: [\n  a,\n  b, # d\n]\n",
                        insert(t("x"), 2, "p"),
                        "p: [\n  a,\n  b, # d\n  x,\n]\n"),
                ex(
                        "flow with a comment only",
                        "p: [ # c\n]\n",
                        insert(t("x"), 0, "p"),
                        "p: [x  # c\n]\n"),
                ex("key in flow", "p: {a: 1}\n", set("x", "p", "b"), "p: {a: 1, b: x}\n"),
                ex(
                        "key in padded flow",
                        "p: { a: 1 }\nq: {}\n",
                        set("x", "q", "b"),
                        "p: { a: 1 }\nq: { b: x }\n"),
                ex(
                        "top-level key behind its predecessor",
                        "name: n\n# about base\nbase: b # c\n\nusers: []\n",
                        set("h", "hostname"),
                        "name: n\n# about base\nbase: b # c\nhostname: h\n\nusers: []\n"),
                ex(
                        "top-level key before its successor",
                        "users: []\nx: 1\n",
                        set(new YamlValue.Int(1), "spec"),
                        "spec: 1\nusers: []\nx: 1\n"),
                ex(
                        "unknown key last",
                        "name: n\nusers: []\n",
                        set("v", "zzz"),
                        "name: n\nusers: []\nzzz: v\n"),
                ex(
                        "parents are made",
                        "a:\n    b: 1\n",
                        set(new YamlValue.Bool(true), "s", "ssh", "enabled"),
                        "a:\n    b: 1\ns:\n    ssh:\n        enabled: true\n"),
                ex(
                        "parents in flow",
                        "a: {b: 1}\n",
                        set("x", "a", "c", "d"),
                        "a: {b: 1, c: {d: x}}\n"),
                ex(
                        "key below an empty value",
                        "a:\nb: 1\n",
                        set("x", "a", "c"),
                        "a:\n  c: x\nb: 1\n"),
                ex(
                        "key in a compact mapping",
                        "u:\n  - name: a\n  - name: b\n",
                        set("/bin/sh", "u", 0, "shell"),
                        "u:\n  - name: a\n    shell: /bin/sh\n  - name: b\n"),
                ex(
                        "comments below a block stay in it",
                        "a:\n  b: 1\n  # - c\nd: 1\n",
                        set("x", "a", "e"),
                        "a:\n  b: 1\n  # - c\n  e: x\nd: 1\n"
                                .replace("  # - c\n  e: x\n", "  e: x\n  # - c\n")),
                ex(
                        "a new user",
                        "users:\n  - name: a\n    groups: [x]\n",
                        insert(fields("name", "b", "groups", items("v", "z")), 1, "users"),
                        "users:\n"
                                + "  - name: a\n"
                                + "    groups: [x]\n"
                                + "  - name: b\n"
                                + "    groups:\n"
                                + "      - v\n"
                                + "      - z\n"),
                ex("empty document", "", set("x", "name"), "name: x\n"),
                ex("comments only", "# one\n\n# two", set("x", "name"), "# one\n\n# two\nname: x"),
                ex("markers only", "--- # c\n...\n", set("x", "name"), "--- # c\nname: x\n...\n"),
                ex(
                        "with markers",
                        "---\na: 1\n...\n",
                        set("x", "name"),
                        "---\na: 1\nname: x\n...\n"),
                ex(
                        "scalar becomes a list",
                        "a: x # c\nb: 1\n",
                        set(items("p", "q"), "a"),
                        "a: # c\n  - p\n  - q\nb: 1\n"),
                ex(
                        "list becomes a scalar",
                        "a: # c\n  # d\n  - p\n  - q # e\n  # f\nb: 1\n",
                        set("x", "a"),
                        "a: x # c\n  # d\n  # f\nb: 1\n"),
                ex(
                        "mapping becomes a list",
                        "a:\n  b: 1\nc: 1\n",
                        set(items("p"), "a"),
                        "a:\n  - p\nc: 1\n"),
                ex(
                        "setting a whole list touches what differs only",
                        "g:\n  - a # one\n  - b # two\n  - c # three\n",
                        set(items("a", "x", "c", "d"), "g"),
                        "g:\n  - a # one\n  - x # two\n  - c # three\n  - d\n"));
    }

    static Stream<Example> removals() {
        return Stream.of(
                ex(
                        "entry with its comment",
                        "a: 1\n# about b\nb: 2 # c\nc: 3\n",
                        remove("b"),
                        "a: 1\n# about b\nc: 3\n"),
                ex(
                        "entry with a block",
                        "a: 1\nb:\n  - x\n  # in b\n  - y\n\nc: 3\n",
                        remove("b"),
                        "a: 1\n\nc: 3\n"),
                ex("last entry without final newline", "a: 1\nb: 2", remove("b"), "a: 1"),
                ex("only entry of the document", "# c\na: 1\n", remove("a"), "# c\n"),
                ex("item", "p:\n  - a\n  - b # c\n  - d\n", remove("p", 1), "p:\n  - a\n  - d\n"),
                ex(
                        "only item",
                        "p:\n  # top\n  - a # c\n  # end\nq: 1\n",
                        remove("p", 0),
                        "p: []\n  # top\n  # end\nq: 1\n"),
                ex("only entry", "p: # c\n  a: 1\nq: 1\n", remove("p", "a"), "p: {} # c\nq: 1\n"),
                ex(
                        "first of a compact mapping",
                        "u:\n  - name: a # c\n    shell: s\n",
                        remove("u", 0, "name"),
                        "u:\n  - shell: s\n"),
                ex(
                        "first of a compact mapping, comment below",
                        "u:\n  - name: a\n    # about shell\n    shell: s\n",
                        remove("u", 0, "name"),
                        "u:\n  -\n    # about shell\n    shell: s\n"),
                ex(
                        "only one of a compact mapping",
                        "u:\n  - name: a\n  - b\n",
                        remove("u", 0, "name"),
                        "u:\n  - {}\n  - b\n"),
                ex("first of nested items", "- - a\n  - b\n", remove(0, 0), "- - b\n"),
                ex("flow, first", "p: [a, b, c]\n", remove("p", 0), "p: [b, c]\n"),
                ex("flow, last", "p: [a, b, c]\n", remove("p", 2), "p: [a, b]\n"),
                ex("flow, only", "p: [ a ]\n", remove("p", 0), "p: []\n"),
                ex("flow mapping", "p: { a: 1, b: 2 }\n", remove("p", "b"), "p: { a: 1 }\n"),
                ex(
                        "flow over lines",
                        "p: [\n  a,\n  b, # c\n  d\n]\n",
                        remove("p", 1),
                        "p: [\n  a,\n  d\n]\n"),
                ex(
                        "flow over lines, last",
                        "p: [\n  a, # c\n  b\n]\n",
                        remove("p", 1),
                        "p: [\n  a # c\n]\n"),
                ex(
                        "behind a block scalar",
                        "a: |+\n  x\n\nb: 1\n\nc: 2\n",
                        remove("b"),
                        "a: |+\n  x\n\nc: 2\n"),
                ex(
                        "second of two same keys",
                        "a: 1\nb: 2\na: 3 # c\n",
                        new YamlOp.RemoveDuplicate(p("a")),
                        "a: 1\nb: 2\n"),
                ex(
                        "rename",
                        "a: 1 # c\nb: 2\n",
                        new YamlOp.Rename(p("a"), "x y"),
                        "x y: 1 # c\nb: 2\n"),
                ex(
                        "rename with quotes",
                        "{\"a\":1}\n",
                        new YamlOp.Rename(p("a"), "no"),
                        "{\"no\":1}\n"),
                ex(
                        "rename to a trap",
                        "a: 1\n",
                        new YamlOp.Rename(p("a"), "0644"),
                        "\"0644\": 1\n"));
    }

    @ParameterizedTest
    @MethodSource({"scalars", "collections", "removals"})
    void examples(Example example) {
        var text = new SpecText(example.before());
        PatchResult result = patcher.patch(text, "Change", example.ops());
        assertThat(result).isInstanceOf(PatchResult.Patched.class);
        EditBatch batch = ((PatchResult.Patched) result).batch();
        SpecText after = text.apply(batch);
        assertThat(after.content()).isEqualTo(example.after());
        assertThat(after.apply(text.inverse(batch))).isEqualTo(text);
    }

    private String refusal(String text, YamlOp... ops) {
        PatchResult result = patcher.patch(new SpecText(text), "Change", List.of(ops));
        assertThat(result).isInstanceOf(PatchResult.Refused.class);
        return ((PatchResult.Refused) result).reason();
    }

    @Test
    void refusalsSayWhy() {
        assertThat(refusal("a: [\n", set("x", "a"))).contains("line 1", "bracket or brace");
        assertThat(refusal("a: 1\n---\nb: 1\n", set("x", "a"))).contains("second document");
        assertThat(refusal("a: 1\n", remove("b"))).contains("no \"b\"");
        assertThat(refusal("a: 1\n", set("x", "a", "b"))).contains("\"a\" is not a mapping");
        assertThat(refusal("a: 1\n", insert(t("x"), 0, "a"))).contains("\"a\" is not a list");
        assertThat(refusal("a: [1]\n", insert(t("x"), 3, "a"))).contains("only 1");
        assertThat(refusal("a: 1\nb: 2\n", new YamlOp.Rename(p("a"), "b"))).contains("already");
        assertThat(refusal("a: 1\n", set("\uD83D", "a"))).contains("surrogate");
        assertThat(refusal("a: &x {b: 1}\nc: *x\n", set("2", "a", "b"))).contains("&x");
        assertThat(refusal("a: &x 1\nb: *x\n", remove("a"))).contains("&x");
        assertThat(refusal("a: 1\n", new YamlOp.RemoveDuplicate(p("a")))).contains("only once");
        assertThat(refusal("a: 1\n", new YamlOp.Remove(YamlPath.ROOT))).contains("whole document");
    }

    @Test
    void severalOpsAreOneBatchAgainstTheOriginal() {
        var text = new SpecText("users:\n  - name: a # c\n  - name: b\npackages: [x]\n");
        List<YamlOp> ops =
                List.of(
                        set("c", "users", 0, "name"),
                        remove("users", 1),
                        insert(t("y"), 1, "packages"),
                        insert(t("z"), 2, "packages"),
                        set("sh", "users", 0, "shell"),
                        remove("packages", 1));
        var batch = ((PatchResult.Patched) patcher.patch(text, "Many", ops)).batch();
        assertThat(text.apply(batch).content())
                .isEqualTo("users:\n  - name: c # c\n    shell: sh\npackages: [x, z]\n");
        assertThat(text.apply(batch).apply(text.inverse(batch))).isEqualTo(text);
        assertThat(batch.label()).isEqualTo("Many");
    }

    @Test
    void allOpsOrNone() {
        assertThat(refusal("a: 1\n", set("x", "a"), remove("b"))).contains("no \"b\"");
    }

    @Test
    void touchesOnlyTheCharactersThatChange() {
        var text = new SpecText("a: web-01\nb: 2\n");
        PatchResult result = patcher.patch(text, "x", List.of(set("web-02", "a")));
        List<TextEdit> edits = ((PatchResult.Patched) result).batch().edits();
        assertThat(edits).extracting(TextEdit::replacement).containsExactly("2");
        assertThat(edits.getFirst().range().length()).isEqualTo(1);
    }
}
