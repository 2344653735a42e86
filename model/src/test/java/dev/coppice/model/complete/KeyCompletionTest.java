package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyCompletionTest {

    private final Taking taking = new Taking(Catalog.EMPTY);

    @Test
    void anEmptyTextBeginsWithWhatMustBeThere() {
        assertThat(taking.labels("¦")).startsWith("spec", "name", "base").contains("packages");
        assertThat(taking.take("¦", "spec")).isEqualTo("spec: 1¦");
        assertThat(taking.take("¦", "base"))
                .isEqualTo("base:\n  distribution: debian\n  release: ¦");
    }

    @Test
    void halfAWordBecomesAKeyWithItsStart() {
        assertThat(taking.take("spec: 1\npack¦", "packages"))
                .isEqualTo("spec: 1\npackages:\n  - ¦");
        assertThat(taking.take("pack¦\nspec: 1\n", "packages"))
                .isEqualTo("packages:\n  - ¦\nspec: 1\n");
        assertThat(taking.take("spec: 1\nus¦\nname: a\n", "users"))
                .isEqualTo("spec: 1\nusers:\n  - name: ¦\nname: a\n");
    }

    @Test
    void keysThatAreThereAreNotProposed() {
        assertThat(taking.labels("spec: 1\nname: a\n¦\nbase: {}\n"))
                .doesNotContain("spec", "name", "base")
                .contains("hostname");
    }

    @Test
    void theColumnOfTheCursorChoosesTheRecord() {
        String text = "users:\n  - name: alice\n    shell: /bin/sh\n";
        assertThat(taking.labels(text + "    ¦")).contains("groups").doesNotContain("name", "spec");
        assertThat(taking.labels(text + "¦")).contains("spec").doesNotContain("uid", "users");
        assertThat(taking.take(text + "    gr¦", "groups"))
                .isEqualTo(text + "    groups:\n      - ¦");
    }

    @Test
    void aNewItemGetsItsDash() {
        assertThat(taking.take("users:\n  - name: alice\n  ¦", "name"))
                .isEqualTo("users:\n  - name: alice\n  - name: ¦");
        assertThat(taking.take("users:\n  - ¦", "name")).isEqualTo("users:\n  - name: ¦");
        assertThat(taking.take("users:\n  -¦", "name")).isEqualTo("users:\n  - name: ¦");
    }

    @Test
    void nestedRecordsStandDeeper() {
        assertThat(taking.take("base:\n  ¦", "release")).isEqualTo("base:\n  release: ¦");
        assertThat(taking.take("base: ¦", "release")).isEqualTo("base:\n  release: ¦");
        assertThat(taking.take("base:¦", "release")).isEqualTo("base:\n  release: ¦");
        assertThat(taking.take("network:\n  fire¦", "firewall"))
                .isEqualTo("network:\n  firewall:\n    ¦");
        assertThat(taking.take("network:\n    interfaces: {}\n    fire¦", "firewall"))
                .isEqualTo("network:\n    interfaces: {}\n    firewall:\n        ¦");
    }

    @Test
    void listsStandAsTheOthersDo() {
        assertThat(taking.take("packages:\n- nginx\nus¦", "users"))
                .isEqualTo("packages:\n- nginx\nusers:\n- name: ¦");
    }

    @Test
    void bracesStayBraces() {
        assertThat(taking.take("base: { distribution: debian, rel¦ }", "release"))
                .isEqualTo("base: { distribution: debian, release: ¦ }");
        assertThat(taking.take("base: { distribution: debian,¦", "release"))
                .isEqualTo("base: { distribution: debian, release: ¦");
        assertThat(taking.take("base: {¦}", "release")).isEqualTo("base: {release: ¦}");
        assertThat(taking.take("users: [{ name: a, gro¦ }]", "groups"))
                .isEqualTo("users: [{ name: a, groups: [¦] }]");
        assertThat(taking.take("base: { ¦ release: trixie }", "distribution"))
                .isEqualTo("base: { distribution: debian¦,  release: trixie }");
    }

    @Test
    void whatIsNotClosedEndsWithItsIndentation() {
        assertThat(taking.labels("base: { distribution: debian, ¦\nname: a\nhostname: b\n"))
                .containsExactly("release", "mirror");
        assertThat(taking.labels("packages: [nginx, \nname: a\nho¦"))
                .contains("hostname")
                .doesNotContain("name");
    }

    @Test
    void oneKeyForAnotherKeepsTheValue() {
        assertThat(taking.take("pak¦: [nginx]\n".replace("pak", "pac"), "packages"))
                .isEqualTo("packages¦: [nginx]\n");
    }

    @Test
    void aKeyIsFoundByNamesThatItHasElsewhere() {
        assertThat(taking.labels("users:\n  - name: a\n    authorized¦"))
                .contains("sshAuthorizedKeys");
        assertThat(taking.labels("users:\n  - name: a\n    extraGr¦")).contains("groups");
    }

    @Test
    void theKindOfACheckDecidesItsKeys() {
        assertThat(taking.labels("checks:\n  - ¦")).contains("unit", "http", "port");
        assertThat(taking.labels("checks:\n  - http: http://localhost/\n    ¦"))
                .contains("status", "contains")
                .doesNotContain("is", "exit", "unit");
    }

    @Test
    void ofKeysThatExcludeEachOtherOneIsEnough() {
        assertThat(taking.labels("files:\n  - path: /etc/motd\n    content: hello\n    ¦"))
                .contains("mode")
                .doesNotContain("source");
    }

    @Test
    void lineEndsStayAsTheyAre() {
        assertThat(taking.take("spec: 1\r\npack¦\r\n", "packages"))
                .isEqualTo("spec: 1\r\npackages:\r\n  - ¦\r\n");
    }

    @Test
    void aLineAtTheWrongColumnIsPutRight() {
        assertThat(taking.take("name: a\n  host¦", "hostname")).isEqualTo("name: a\nhostname: ¦");
    }

    @Test
    void nothingInCommentsAndBehindValues() {
        assertThat(taking.labels("spec: 1 # pack¦")).isEmpty();
        assertThat(taking.labels("# pack¦")).isEmpty();
        assertThat(taking.labels("hostname: web ¦")).isEmpty();
    }

    @Test
    void aBlockOfTextIsNotTheSpec() {
        String text = "files:\n  - path: /etc/motd\n    content: |\n      Hello\n      ¦";
        assertThat(taking.labels(text)).isEmpty();
        assertThat(taking.labels(text.replace("¦", "") + "\n    mo¦")).contains("mode");
    }

    @Test
    void requiredKeysComeFirst() {
        assertThat(taking.labels("files:\n  - ¦").getFirst()).isEqualTo("path");
    }
}
