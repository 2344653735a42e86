package dev.coppice.model.diag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Specs;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DiagnosticPrinterTest {

    @Test
    void printsPlaceLineUnderlineHelpAndFix() {
        assertThat(print(Specs.HEAD + "hostname: web_01   # note\n"))
                .isEqualTo(
                        """
                        system.yaml:4:11: error[bad-hostname]: `web_01` is not a host name
                         4 | hostname: web_01   # note
                           |           ^^^^^^
                        help: Use lower-case letters, digits and hyphens, no underscore and no \
                        space, such as web-01 or web-01.example.org.
                        fix: Write "web-01"

                        1 error, no warnings
                        """);
    }

    @Test
    void underlinesBehindWideCharactersAndTabs() {
        String wide = print(Specs.HEAD + "description: \"日本🌳e\u0301\" # x\nhostname: web_01\n");
        assertThat(wide).contains(" 5 | hostname: web_01\n   |           ^^^^^^\n");

        String same = print(Specs.HEAD + "users: [{ name: \"日本🌳\", shell: x }]\n");
        assertThat(same)
                .contains(
                        " 4 | users: [{ name: \"日本🌳\", shell: x }]\n"
                                + "   |                 ^^^^^^^^\n")
                .contains("   |                                  ^\n");

        String tab = print(Specs.HEAD + "packages: [a1,\t\tB]\n");
        assertThat(tab).contains(" 4 | packages: [a1,        B]\n   |                       ^\n");
    }

    @Test
    void cutsVeryLongLinesAroundTheirPlace() {
        String text =
                Specs.HEAD
                        + "description: "
                        + "abc ".repeat(200)
                        + "\npackages: ["
                        + many()
                        + "WRONG]\n";
        String printed = print(text);
        String line =
                printed.lines()
                        .filter(l -> l.startsWith(" 5 |") && l.contains("WRONG"))
                        .findFirst()
                        .orElseThrow();

        assertThat(line.length()).isLessThan(160);
        String under =
                printed.lines()
                        .skip(printed.lines().toList().indexOf(line) + 1L)
                        .findFirst()
                        .orElseThrow();
        assertThat(under.indexOf('^')).isEqualTo(line.indexOf("WRONG"));
    }

    @Test
    void masksPasswords() {
        String printed =
                print(
                        Specs.HEAD
                                + "users:\n  - { name: a, hashedPassword: hunter2, zzz: 1 }\n"
                                + "  - name: b\n    password: hunter3\n");

        assertThat(printed)
                .doesNotContain("hunter")
                .contains(" 5 |   - { name: a, hashedPassword: ••••••••\n")
                .contains("clear-password")
                .contains("unknown-key");
    }

    @Test
    void showsNoControlCharacters() {
        String printed = print(Specs.HEAD + "hostname: \"a\u202Eb\" # \u009B31m\n");

        assertThat(printed).contains("bad-hostname").doesNotContain("\u202E # ", "\u009B");
    }

    @Test
    void coloursOnlyWhenAsked() {
        var text = new SpecText(Specs.HEAD + "hostname: web_01\n");
        List<Diagnostic> found = Specs.analyze(text.content()).diagnostics();

        String plain = new DiagnosticPrinter(false).print("s", text, found);
        String coloured = new DiagnosticPrinter(true).print("s", text, found);

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31merror[bad-hostname]\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void countsInASummary() {
        assertThat(DiagnosticPrinter.summary(List.of())).isEqualTo("no errors, no warnings");
        assertThat(print(Specs.HEAD + "packages: [openssh]\n")).endsWith("no errors, 1 warning\n");
    }

    @Test
    void masksSecretsOnTheLinesThatFollow() {
        String printed =
                print(
                        Specs.HEAD
                                + "users:\n  - name: a\n    password:\n      hunter2 zzz: [\n"
                                + "  - name: b\n    hashedPassword: [hunter3,\n      1]\n"
                                + "containers:\n  - name: web\n    image: docker.io/x:1\n"
                                + "    environment: { DB_PASSWORD: hunter4, a b: c }\n");

        assertThat(printed).doesNotContain("hunter");
    }

    private static String many() {
        return IntStream.range(0, 200)
                .mapToObj(i -> "abc" + i + ", ")
                .collect(Collectors.joining());
    }

    private static String print(String text) {
        return new DiagnosticPrinter(false)
                .print("system.yaml", new SpecText(text), Specs.analyze(text).diagnostics());
    }
}
