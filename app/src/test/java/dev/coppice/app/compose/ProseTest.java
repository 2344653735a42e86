package dev.coppice.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void sentencesBeginWithACapital() {
        assertThat(Prose.sentence("a download needs its `sha256`"))
                .isEqualTo("A download needs its \u201csha256\u201d");
    }

    @Test
    void namesOfProgramsStayAsTheyAre() {
        assertThat(Prose.sentence("sshd has no keyword `Port2`"))
                .isEqualTo("sshd has no keyword \u201cPort2\u201d");
        assertThat(Prose.sentence("systemd")).isEqualTo("systemd");
        assertThat(Prose.sentence("sudoers are listed twice")).startsWith("Sudoers");
    }

    @Test
    void quotesStayAsTheyAre() {
        assertThat(Prose.sentence("`web_01` is not a host name"))
                .isEqualTo("\u201cweb_01\u201d is not a host name");
        assertThat(Prose.sentence("")).isEmpty();
    }
}
