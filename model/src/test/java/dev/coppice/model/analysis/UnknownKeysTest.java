package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Misspelt keys and other systems' names lead to the right one. */
class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "hostName, hostname",
        "host_name, hostname",
        "timeZone, timezone",
        "i18n, locale",
        "keyMap, keyboard",
        "write_files, files",
        "accounts, users",
        "pakcages, packages",
        "sevices, services",
        "netwrok, network",
        "networking, network",
        "boot, kernel",
        "vm, machine",
        "test, checks",
        "descripton, description",
    })
    void atTheTop(String wrong, String right) {
        assertThat(help(wrong + ": x\n")).isEqualTo("Did you mean `" + right + "`?");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh_authorized_keys, sshAuthorizedKeys",
        "authorized_keys, sshAuthorizedKeys",
        "openssh, sshAuthorizedKeys",
        "sshAuthorisedKeys, sshAuthorizedKeys",
        "extraGroups, groups",
        "hashed_passwd, hashedPassword",
        "hashedPasword, hashedPassword",
    })
    void ofAUser(String wrong, String right) {
        assertThat(help("users:\n  - name: a\n    " + wrong + ": x\n"))
                .isEqualTo("Did you mean `" + right + "`?");
    }

    @ParameterizedTest
    @CsvSource({
        "firewall, network.firewall",
        "sysctl, kernel.sysctl",
        "sshAuthorizedKeys, users[].sshAuthorizedKeys",
        "allowedTCPPorts, network.firewall.allowTcp",
        "persist, storage.persist",
        "memory, machine.memory",
        "networking.hostName, hostname",
    })
    void atAnotherPlace(String wrong, String place) {
        assertThat(help(wrong + ": x\n"))
                .isEqualTo("It belongs to another place: write it as `" + place + "`.");
    }

    @Test
    void saysWhatIsPossibleWhenNothingIsNear() {
        assertThat(help("base: { distribution: debian, release: trixie, zzz: 1 }\n"))
                .isEqualTo("Possible here: distribution, release, mirror.");
    }

    @Test
    void doesNotRenameToAKeyThatIsThere() {
        Diagnostic found =
                Specs.analyze(Specs.HEAD + "packages: [a1]\npakages: [b1]\n")
                        .diagnostics()
                        .getFirst();

        assertThat(found.help()).isEqualTo("Did you mean `packages`? It is already here.");
        assertThat(found.fixes().getFirst().label()).isEqualTo("Remove \"pakages\"");
    }

    private static String help(String body) {
        String head = body.startsWith("base") ? Specs.HEAD.replaceAll("base.*\n", "") : Specs.HEAD;
        return Specs.analyze(head + body).diagnostics().stream()
                .filter(d -> d.code().equals("unknown-key"))
                .findFirst()
                .orElseThrow()
                .help();
    }
}
