package dev.coppice.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "greet.service,INI",
        "/etc/systemd/journald.conf.d/a.conf,INI",
        "/etc/nginx/sites-enabled/default,BRACES",
        "/usr/local/bin/backup,SHELL",
        "/etc/profile.d/editor.sh,SHELL",
        "/var/www/html/index.html,XML",
        "/etc/docker/daemon.json,JSON",
        "/etc/netplan/a.yaml,YAML",
        "/etc/motd,CONF",
        "'',PLAIN"
    })
    void theNameTells(String path, Language language) {
        assertThat(Language.of(path, "")).isEqualTo(language);
    }

    @Test
    void theFirstLineTellsBetter() {
        assertThat(Language.of("/etc/x", "#!/bin/sh\n")).isEqualTo(Language.SHELL);
        assertThat(Language.of("", "[Unit]\n")).isEqualTo(Language.INI);
    }

    @Test
    void partsOfAUnitAreColoured() {
        assertThat(parts(Language.INI, "# a\n[Unit]\nAfter=b.service\n"))
                .containsExactly(
                        "code-comment # a",
                        "code-section [Unit]",
                        "code-key After",
                        "code-punctuation =");
        assertThat(parts(Language.SHELL, "if [ -z \"$1\" ]; then # x"))
                .contains(
                        "code-bool if", "code-string \"$1\"", "code-bool then", "code-comment # x");
    }

    @Test
    void nixIsColouredInsideAndOutsideOfItsTexts() {
        assertThat(parts(Language.NIX, "{ pkgs, ... }: { # a\n  a.b = \"x${y}\"; c = true; }"))
                .contains("code-comment # a", "code-key a.b", "code-string \"x${y}\"")
                .contains("code-bool true");
        assertThat(parts(Language.NIX, "x = ''\n  it's ''${a}\n'';\ny = 1;"))
                .contains("code-string ''\n  it's ''${a}\n''", "code-key y", "code-number 1");
    }

    @Test
    void instructionsOfADockerfileAreColoured() {
        assertThat(parts(Language.DOCKERFILE, "# a\nFROM x AS y\nRUN echo \"$A\"\n"))
                .contains("code-comment # a", "code-key FROM", "code-key RUN", "code-bool AS");
    }

    @Test
    void puppetAndMarkdownAreColoured() {
        assertThat(parts(Language.PUPPET, "package { 'nginx': ensure => installed }"))
                .contains("code-string 'nginx'", "code-key ensure");
        assertThat(parts(Language.MARKDOWN, "# Head\n\nA `code` word.\n"))
                .contains("code-section # Head", "code-string `code`");
    }

    /** Whatever is typed, every character has exactly one style, and no text takes long. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void anyTextIsCoveredQuickly(Language language) {
        var random = new Random(7);
        String letters = "\"'#$\\{}[]<>=:;,-&* \n\tab1";
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Colours.of(language, text.toString()).length()).isEqualTo(400);
        }
        String hard = "\"\\".repeat(10_000);
        long start = System.nanoTime();
        Colours.of(language, hard);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static List<String> parts(Language language, String text) {
        var parts = new ArrayList<String>();
        int at = 0;
        for (var span : Colours.of(language, text)) {
            if (!span.getStyle().isEmpty()) {
                parts.add(
                        span.getStyle().iterator().next()
                                + " "
                                + text.substring(at, at + span.getLength()));
            }
            at += span.getLength();
        }
        return parts;
    }
}
