package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Another order and another form: what moves, what goes with it, what stays. */
class YamlFormTest {

    private final YamlPatcher patcher = new YamlPatcher();

    /** What it shows, the text before, the op, the text after or the start of the reason. */
    record Example(String name, String before, YamlOp op, String after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Example ex(String name, String before, YamlOp op, String after) {
        return new Example(name, before, op, after);
    }

    private static YamlOp move(int to, Object... path) {
        return new YamlOp.Move(YamlPath.of(path), to);
    }

    private static YamlOp order(List<Integer> order, Object... path) {
        return new YamlOp.Reorder(YamlPath.of(path), order);
    }

    private static YamlOp flow(Object... path) {
        return new YamlOp.Reshape(YamlPath.of(path), true);
    }

    private static YamlOp block(Object... path) {
        return new YamlOp.Reshape(YamlPath.of(path), false);
    }

    static Stream<Example> moves() {
        return Stream.of(
                ex(
                        "down",
                        "p:\n  - a\n  - b\n  - c\n",
                        move(2, "p", 0),
                        "p:\n  - b\n  - c\n  - a\n"),
                ex("up", "p:\n  - a\n  - b\n  - c\n", move(0, "p", 2), "p:\n  - c\n  - a\n  - b\n"),
                ex(
                        "comments travel",
                        "p:\n"
                                + "  # about a\n"
                                + "  - a # a\n"
                                + "  - b # b\n"
                                + "    # more of b\n"
                                + "  # about c\n"
                                + "  - c\n",
                        move(2, "p", 0),
                        "p:\n"
                                + "  - b # b\n"
                                + "    # more of b\n"
                                + "  # about c\n"
                                + "  - c\n"
                                + "  # about a\n"
                                + "  - a # a\n"),
                ex(
                        "blank lines stay between",
                        "p:\n  - k: a\n    l: 1\n\n  - k: b\n\n\n  - k: c\n",
                        move(2, "p", 0),
                        "p:\n  - k: b\n\n  - k: c\n\n\n  - k: a\n    l: 1\n"),
                ex(
                        "free comments stay",
                        "p:\n  - a\n\n  # part two\n\n  - b\n",
                        move(0, "p", 1),
                        "p:\n  - b\n\n  # part two\n\n  - a\n"),
                ex("no final newline", "- a\n- b", move(1, 0), "- b\n- a"),
                ex("CRLF without a final one", "- a\r\n- b", move(1, 0), "- b\r\n- a"),
                ex("CR", "- a\r- b\r", move(1, 0), "- b\r- a\r"),
                ex("behind the parent's dash", "- - a\n  - b\n", move(1, 0, 0), "- - b\n  - a\n"),
                ex(
                        "a comment behind the parent's dash",
                        "- k: a\n  # about l\n  l: b\n",
                        move(0, 0, "l"),
                        "- # about l\n  l: b\n  k: a\n"),
                ex(
                        "a block scalar that keeps its blank lines",
                        "- |+\n  a\n\n- b\n",
                        move(1, 0),
                        "- b\n- |+\n  a\n\n"),
                ex(
                        "an entry",
                        "a: 1\nb: # c\n  - x\nc: 3\n",
                        move(0, "b"),
                        "b: # c\n  - x\na: 1\nc: 3\n"),
                ex(
                        "in brackets",
                        "p: [a, 'b c', d] # e\n",
                        move(0, "p", 1),
                        "p: ['b c', a, d] # e\n"),
                ex("in braces", "p: { a: 1, b: 2 }\n", move(1, "p", "a"), "p: { b: 2, a: 1 }\n"),
                ex(
                        "in brackets, line by line",
                        "p: [\n  a, # a\n  # about b\n  b # b\n]\n",
                        move(0, "p", 1),
                        "p: [\n  # about b\n  b, # b\n  a # a\n]\n"),
                ex(
                        "an alias in brackets",
                        "x: &x 1\np: [*x , a]\n",
                        move(1, "p", 0),
                        "x: &x 1\np: [a , *x]\n"),
                ex(
                        "a sort",
                        "p:\n  - c # c\n  - a\n\n  # about b\n  - b\n",
                        order(List.of(1, 2, 0), "p"),
                        "p:\n  - a\n  # about b\n  - b\n\n  - c # c\n"),
                ex(
                        "comments between, on one line with several",
                        "p: [a, b, # x\n  c]\n",
                        move(0, "p", 2),
                        "! \"p[2]\" cannot be changed here"),
                ex("not so many", "p: [a]\n", move(1, "p", 0), "! \"p[0]\" cannot become number 2"),
                ex(
                        "an alias before its anchor",
                        "p:\n  - &x a\n  - b\n  - *x\n",
                        move(0, "p", 2),
                        "! "),
                ex("not each once", "p: [a, b]\n", order(List.of(0, 0), "p"), "! The new order"));
    }

    static Stream<Example> forms() {
        return Stream.of(
                ex(
                        "to lines",
                        "p: [a, 'b', \"c\"] # d\nq: 1\n",
                        block("p"),
                        "p: # d\n  - a\n  - 'b'\n  - \"c\"\nq: 1\n"),
                ex(
                        "to brackets",
                        "p: # d\n  - a\n  - 'b, c'\n  - d, e\nq: 1\n",
                        flow("p"),
                        "p: [a, 'b, c', 'd, e'] # d\nq: 1\n"),
                ex("in the habit of others", "o:\n- 1\np: [a]\n", block("p"), "o:\n- 1\np:\n- a\n"),
                ex("CRLF", "p: [a, b]\r\n", block("p"), "p:\r\n  - a\r\n  - b\r\n"),
                ex(
                        "a mapping",
                        "p: {a: 1, \"b\":2, c}\n",
                        block("p"),
                        "p:\n  a: 1\n  \"b\": 2\n  c:\n"),
                ex("a mapping to braces", "p:\n  a: 1\n  b: x\n", flow("p"), "p: { a: 1, b: x }\n"),
                ex(
                        "an item",
                        "u:\n  - { name: a, groups: [x] }\n",
                        block("u", 0),
                        "u:\n  - name: a\n    groups: [x]\n"),
                ex(
                        "an item to braces",
                        "u:\n  - name: a\n    groups:\n      - x\n  - b\n",
                        flow("u", 0),
                        "u:\n  - { name: a, groups: [x] }\n  - b\n"),
                ex(
                        "comments come along",
                        "p: [\n  # about a\n  a, # a\n  b # b\n  # end\n]\n",
                        block("p"),
                        "p:\n  # about a\n  - a # a\n  - b # b\n  # end\n"),
                ex(
                        "comments have no place",
                        "p:\n  - a # a\n  - b\n",
                        flow("p"),
                        "! \"p\" has comments on its lines"),
                ex("an anchor stays", "p: &x [a]\nq: *x\n", block("p"), "p: &x\n  - a\nq: *x\n"),
                ex("the document", "[a, b]\n", block(), "- a\n- b\n"),
                ex(
                        "behind the mark of the document",
                        "--- [a, b] # c\n",
                        block(),
                        "--- # c\n- a\n- b\n"),
                ex(
                        "inside brackets",
                        "p: [[a]]\n",
                        block("p", 0),
                        "! \"p[0]\" stands inside brackets"),
                ex("nothing in it", "p: []\n", block("p"), "! \"p\" is not a list or mapping with"),
                ex("so already", "p: [a]\n", flow("p"), "p: [a]\n"),
                ex(
                        "too long for a line",
                        "p:\n" + "  - 'a text of some forty characters, or more'\n".repeat(3),
                        flow("p"),
                        "p: ['a text of some forty characters, or more', 'a text of some forty"
                                + " characters, or more',\n"
                                + "  'a text of some forty characters, or more']\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"moves", "forms"})
    void changes(Example example) {
        SpecText before = new SpecText(example.before());
        switch (patcher.patch(before, "edit", List.of(example.op()))) {
            case PatchResult.Patched(var batch) -> {
                assertThat(before.apply(batch).content()).isEqualTo(example.after());
                assertThat(before.apply(batch).apply(before.inverse(batch))).isEqualTo(before);
            }
            case PatchResult.Refused(String reason) ->
                    assertThat("! " + reason).startsWith(example.after());
        }
    }
}
