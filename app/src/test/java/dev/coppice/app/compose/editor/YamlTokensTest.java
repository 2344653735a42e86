package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class YamlTokensTest {

    private static List<List<YamlTokens.Token>> cut(String document) {
        var state = YamlTokens.State.START;
        var out = new ArrayList<List<YamlTokens.Token>>();
        for (String line : document.lines().toList()) {
            YamlTokens.Line cut = YamlTokens.of(state, line);
            out.add(cut.tokens());
            state = cut.end();
        }
        return out;
    }

    /** Each piece as {@code kind:text}. */
    private static List<String> tokens(String document) {
        List<String> lines = document.lines().toList();
        List<List<YamlTokens.Token>> tokens = cut(document);
        var out = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            for (YamlTokens.Token token : tokens.get(i)) {
                out.add(
                        token.kind().name().charAt(0)
                                + ":"
                                + lines.get(i).substring(token.start(), token.end()));
            }
        }
        return out;
    }

    @Test
    void keysValuesAndComments() {
        assertThat(tokens("name: web-01   # it's a name\nport: 80\non: true\nurl: http://a/#x"))
                .containsExactly(
                        "K:name",
                        "P::",
                        "S:web-01",
                        "C:# it's a name",
                        "K:port",
                        "P::",
                        "N:80",
                        "K:on",
                        "P::",
                        "B:true",
                        "K:url",
                        "P::",
                        "S:http://a/#x");
    }

    @Test
    void octalModesAreTexts() {
        assertThat(tokens("mode: 0644")).containsExactly("K:mode", "P::", "S:0644");
    }

    @Test
    void flowCollections() {
        assertThat(tokens("- { unit: nginx, is: active }\n- [a, \"b: c\"]"))
                .containsExactly(
                        "P:-",
                        "P:{",
                        "K:unit",
                        "P::",
                        "S:nginx",
                        "P:,",
                        "K:is",
                        "P::",
                        "S:active",
                        "P:}",
                        "P:-",
                        "P:[",
                        "S:a",
                        "P:,",
                        "S:\"b: c\"",
                        "P:]");
    }

    @Test
    void blockTextsEndWithTheirIndentation() {
        assertThat(
                        tokens(
                                "files:\n"
                                        + "  - content: |\n"
                                        + "      a: b # no\n\n"
                                        + "      c\n"
                                        + "    mode: x\n"
                                        + "end: 1"))
                .containsExactly(
                        "K:files",
                        "P::",
                        "P:-",
                        "K:content",
                        "P::",
                        "P:|",
                        "S:a: b # no",
                        "S:c",
                        "K:mode",
                        "P::",
                        "S:x",
                        "K:end",
                        "P::",
                        "N:1");
    }

    @Test
    void quotedTextsGoOverLines() {
        assertThat(tokens("a: \"one\n  two\" # c\nb: 'it''s'"))
                .containsExactly(
                        "K:a", "P::", "S:\"one", "S:  two\"", "C:# c", "K:b", "P::", "S:'it''s'");
    }

    @Test
    void anyTextIsCutIntoPiecesInOrder() {
        var random = new Random(11);
        String characters = "ab :-#\"'[]{},|>&*!?%\\\n\n  \té";
        for (int round = 0; round < 5_000; round++) {
            String document =
                    random.ints(random.nextInt(60), 0, characters.length())
                            .mapToObj(i -> String.valueOf(characters.charAt(i)))
                            .collect(Collectors.joining());
            List<String> lines = document.lines().toList();
            List<List<YamlTokens.Token>> tokens = cut(document);
            assertThat(tokens).hasSize(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                int end = 0;
                for (YamlTokens.Token token : tokens.get(i)) {
                    assertThat(token.start()).isGreaterThanOrEqualTo(end);
                    assertThat(token.end()).isGreaterThan(token.start());
                    end = token.end();
                }
                assertThat(end).isLessThanOrEqualTo(lines.get(i).length());
            }
        }
    }
}
