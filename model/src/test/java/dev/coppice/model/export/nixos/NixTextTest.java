package dev.coppice.model.export.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.nixos.OptionPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class NixTextTest {

    private static final List<String> PARTS =
            List.of(
                    "'", "''", "$", "${", "$${", "{", "}", "\\", "\"", "\n", "\n\n", " ", "  ", "a",
                    "bc", "\t", "\r", "#", "''${", "''\\", "%", "é", "λ");

    /** Random texts of what means something to Nix: read again, they are the same. */
    @Test
    void everyTextComesBack() {
        var random = new Random(20261124);
        int lines = 0;
        for (int i = 0; i < 20_000; i++) {
            String text =
                    random.ints(random.nextInt(9), 0, PARTS.size())
                            .mapToObj(PARTS::get)
                            .collect(Collectors.joining());
            assertThat(NixStrings.quoted(NixText.quoted(text))).isEqualTo(text);
            String literal = literal(text);
            if (literal.startsWith("''")) {
                lines++;
                assertThat(NixStrings.indented(literal)).as(literal).isEqualTo(text);
            }
        }
        assertThat(lines).isGreaterThan(2_000);
    }

    /** The literal as it stands in a file, inside of braces. */
    private static String literal(String text) {
        var out = new TextWriter("  ");
        out.indented(() -> new NixWriter(out).value("x = ", NixValue.of(text), List.of(), ";"));
        String all =
                out.lines().stream().map(line -> line.text()).collect(Collectors.joining("\n"));
        return all.substring("  x = ".length(), all.length() - 1);
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(literal("one\n  two\n")).isEqualTo("''\n    one\n      two\n  ''");
        assertThat(literal("one\ntwo")).isEqualTo("''\n    one\n    two''");
        assertThat(literal("echo ${HOME} '' x\nend\n"))
                .isEqualTo("''\n    echo ''${HOME} ''' x\n    end\n  ''");
        // All lines would lose their blanks.
        assertThat(literal("  one\n  two\n")).isEqualTo("\"  one\\n  two\\n\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enable|enable",
                "web-01|web-01",
                "it's|it's",
                "in|\"in\"",
                "or|\"or\"",
                "9lives|\"9lives\"",
                "a.b|\"a.b\"",
                "${x}|\"\\${x}\"",
                "-x|\"-x\""
            })
    void quotesNamesWhereTheyMustBe(String name, String written) {
        assertThat(NixText.name(name)).isEqualTo(written);
    }

    @Test
    void namesFiles() {
        assertThat(NixText.file("files/a.txt")).isEqualTo("./files/a.txt");
        assertThat(NixText.file("files/a b")).isEqualTo("(./. + \"/files/a b\")");
        assertThat(NixText.file("files/${x}")).isEqualTo("(./. + \"/files/\\${x}\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services.a.b", "services.\"a.b\".c", "x"})
    void pathsComeBack(String path) {
        assertThat(NixText.path(OptionPath.parse(path))).isEqualTo(path);
    }

    @Test
    void hashesAreOfTheWeb() {
        // The hash of nothing, after the specification of subresource integrity.
        assertThat(
                        BundlePart.integrity(
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .isEqualTo("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
