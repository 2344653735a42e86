package dev.coppice.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coppice.model.analysis.Specs;
import dev.coppice.model.spec.SystemSpec;

import org.junit.jupiter.api.Test;

import java.util.List;

class SpecDifferTest {

    @Test
    void sameMeaningIsNoDifference() {
        assertThat(
                        diff(
                                "packages: [a1, b1]\nusers: [{ name: x }, { name: y }]\n",
                                "# note\nusers:\n  - name: y\n  - name: x\n    shell: /bin/bash\n"
                                        + "packages: [b1, a1]\nhostname: web\n"))
                .isEmpty();
    }

    @Test
    void comparesUsersByName() {
        assertThat(
                        lines(
                                "users: [{ name: a }, { name: b, groups: [sudo] }]\n",
                                "users: [{ name: c }, { name: b, groups: [adm], shell: /bin/sh"
                                        + " }]\n"))
                .containsExactly(
                        "REMOVED user a [a -> ] users[0]",
                        "ADDED user c [ -> c] users[0]",
                        "CHANGED user b: groups [sudo -> adm] users[1].groups",
                        "CHANGED user b: shell [/bin/bash -> /bin/sh] users[1].shell");
    }

    @Test
    void showsNoHash() {
        List<Change> changes =
                diff(
                        "users: [{ name: a, hashedPassword: \"!\" }, { name: b }]\n",
                        "users: [{ name: a, hashedPassword: \"*\" }, { name: b, hashedPassword:"
                                + " \"!\" }]\n");

        assertThat(changes)
                .extracting(Change::label, Change::before, Change::after)
                .containsExactly(
                        tuple("user a: password hash", "set", "another hash"),
                        tuple("user b: password hash", "", "set"));
    }

    @Test
    void comparesFilesServicesPortsAndChecks() {
        assertThat(
                        lines(
                                "files: [{ path: /a, content: x }]\n"
                                        + "services: { ssh: { enabled: true } }\n"
                                        + "checks: [{ port: 22 }]\n",
                                "files: [{ path: /a, source: a.txt, mode: '0600' }]\n"
                                        + "services: { ssh: { masked: true } }\n"
                                        + "network: { firewall: { allowTcp: [22] } }\n"
                                        + "checks: [{ port: 22, is: closed }]\n"
                                        + "machine: { memory: 512M }\n"))
                .containsExactly(
                        "CHANGED service ssh.service [enabled -> masked] services.ssh",
                        "CHANGED file /a: project file [x -> project file a.txt] files[0].source",
                        "CHANGED file /a: mode [0644 -> 0600] files[0].mode",
                        "CHANGED firewall [off -> on] network.firewall",
                        "ADDED open TCP port 22 [ -> 22] network.firewall.allowTcp[0]",
                        "REMOVED check port 22 is open [port 22 is open -> ] checks[0]",
                        "ADDED check port 22 is closed [ -> port 22 is closed] checks[0]",
                        "CHANGED memory [1G -> 512M] machine.memory");
    }

    private static List<String> lines(String before, String after) {
        return diff(before, after).stream()
                .map(
                        c ->
                                c.kind()
                                        + " "
                                        + c.label()
                                        + " ["
                                        + c.before()
                                        + " -> "
                                        + c.after()
                                        + "] "
                                        + c.path())
                .toList();
    }

    private static List<Change> diff(String before, String after) {
        return new SpecDiffer().diff(spec(before), spec(after));
    }

    private static SystemSpec spec(String body) {
        return Specs.analyze(Specs.HEAD + body).spec().orElseThrow();
    }
}
