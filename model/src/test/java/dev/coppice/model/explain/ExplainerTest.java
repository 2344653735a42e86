package dev.coppice.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.FieldSpecs;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ExplainerTest {

    private static final String BODY =
            """
            hostname: web-01
            users:
              - name: alice
                groups: [sudo]
              - name: bob
            packages: [nginx, htop]
            services: { ssh: { enabled: true } }
            sshd: { Port: 22 }
            files:
              - { path: "/srv/it's", content: x }
            network:
              interfaces: { eth0: { gateway: 10.0.0.1 }, en*: {} }
              hosts: { 10.0.0.2: [db] }
            kernel: { sysctl: { vm.swappiness: 1 }, modules: [br-netfilter] }
            storage: { disks: [{ name: data, size: 1G, mount: /srv/data }] }
            checks: [{ port: 80 }, { command: nginx -t }]
            """;

    private final SpecSchema schema = new SpecSchema();
    private final Explainer explainer = new Explainer(schema);
    private final Analysis analysis = Specs.analyze(Specs.HEAD + BODY);

    private Explanation explain(Object... parts) {
        return explainer.of(YamlPath.of(parts), analysis).orElseThrow();
    }

    private void proves(String command, Object... parts) {
        assertThat(explain(parts).proof()).map(Proof::command).contains(command);
    }

    private void shows(String text, Object... parts) {
        assertThat(explain(parts).proof().orElseThrow().expects()).contains(text);
    }

    @Test
    void provesFieldsWithTheirOwnValues() {
        proves("hostnamectl --static", "hostname");
        proves("id alice", "users", 0, "groups", 0);
        proves("getent passwd bob", "users", 1);
        proves("dpkg-query -W htop", "packages", 1);
        proves("dpkg-query -W nginx htop", "packages");
        proves(
                "systemctl is-enabled ssh.service; systemctl is-active ssh.service",
                "services",
                "ssh",
                "enabled");
        proves("sshd -T | grep -i '^Port '", "sshd", "Port");
        proves("ls -l '/srv/it'\\''s'", "files", 0, "path");
        proves("head -40 '/srv/it'\\''s'", "files", 0, "content");
        proves("ip route show dev eth0", "network", "interfaces", "eth0", "gateway");
        proves("ip address", "network", "interfaces", "en*", "dhcp");
        proves("getent hosts 10.0.0.2", "network", "hosts", "10.0.0.2");
        proves("sysctl vm.swappiness", "kernel", "sysctl", "vm.swappiness");
        proves("ls -d /sys/module/br_netfilter", "kernel", "modules", 0);
        proves("findmnt /srv/data", "storage", "disks", 0, "size");
        proves("ss -tln | grep ':80 '", "checks", 0);
        proves("nginx -t", "checks", 1, "command");
    }

    @Test
    void saysWhatTheCommandShows() {
        shows("web-01", "hostname");
        shows("(sudo)", "users", 0, "groups", 0);
        shows("enabled", "services", "ssh", "enabled");
        shows("enabled", "services", "ssh");
        shows("22", "sshd", "Port");
        shows("= 1", "kernel", "sysctl", "vm.swappiness");
        shows("10.0.0.1", "network", "interfaces", "eth0", "gateway");
        Proof hostname = explain("hostname").proof().orElseThrow();
        assertThat(hostname.holds(0, "web-01\n")).isTrue();
        assertThat(hostname.holds(0, "debian\n")).isFalse();
        Proof item = explain("packages", 1).proof().orElseThrow();
        assertThat(item.holds(0, "htop 3.2\n")).isTrue();
        assertThat(item.holds(1, "htop 3.2\n")).isFalse();
    }

    @Test
    void anHttpCheckNeedsNoProgramThatIsNotThere() {
        Analysis plain = Specs.analyze(Specs.HEAD + "checks: [{ http: \"http://localhost/x\" }]\n");
        Analysis curl =
                Specs.analyze(
                        Specs.HEAD
                                + "packages: [curl]\n"
                                + "checks: [{ http: \"http://localhost/x\", status: 204 }]\n");
        YamlPath place = YamlPath.of("checks", 0, "http");

        Proof own = explainer.of(place, plain).orElseThrow().proof().orElseThrow();
        assertThat(own.command()).startsWith("bash -c 'exec 3<>/dev/tcp/localhost/80; printf");
        assertThat(explainer.of(place, curl).orElseThrow().proof())
                .contains(new Proof("curl -sI http://localhost/x", Optional.of("204")));
    }

    @Test
    void theCounterpartLacksTheFieldOrTheRecordThatNeedsIt() {
        Explanation.Counterpart hostname = explain("hostname").counterpart().orElseThrow();
        assertThat(hostname.spec().hostname()).isEqualTo("web");
        assertThat(hostname.without()).isEqualTo(YamlPath.of("hostname"));

        Explanation.Counterpart user = explain("users", 0, "name").counterpart().orElseThrow();
        assertThat(user.spec().accounts().users()).extracting(User::name).containsExactly("bob");
        assertThat(user.without()).isEqualTo(YamlPath.of("users", 0));

        assertThat(explain("name").counterpart()).isEmpty();
    }

    @Test
    void whatIsNotThereIsExplainedToo() {
        Explanation timezone = explain("timezone");
        assertThat(timezone.present()).isFalse();
        assertThat(timezone.counterpart()).isEmpty();
        assertThat(timezone.field().path()).isEqualTo("timezone");
        assertThat(explain("users", 0, "nonsense").path()).isEqualTo(YamlPath.of("users", 0));
        assertThat(explainer.of(YamlPath.ROOT, analysis)).isEmpty();
    }

    @Test
    void saysWhichIncludedFileGivesAValue() {
        Analysis including =
                Specs.analyze(
                        Specs.HEAD + "includes: [a.yaml]\n",
                        Map.of("a.yaml", "# c\ntimezone: Asia/Tokyo\n"));

        Explanation timezone = explainer.of(YamlPath.of("timezone"), including).orElseThrow();

        assertThat(timezone.inherited())
                .hasValueSatisfying(
                        from -> {
                            assertThat(from.file()).isEqualTo("a.yaml");
                            assertThat(from.position().line()).isEqualTo(2);
                        });
    }

    @Test
    void everyFieldHasAProofOrAWordWhyNot() {
        for (Field field : schema.fields()) {
            Analysis one = Specs.analyze(FieldSpecs.around(field, field.text().example()));
            Explanation explanation = explainer.of(place(field, one), one).orElseThrow();
            boolean shows =
                    !List.of("spec", "name", "description", "includes", "targets")
                            .contains(field.path().replaceFirst("[.\\[].*", ""));

            assertThat(explanation.field().path()).isEqualTo(field.path());
            assertThat(explanation.proof().isPresent()).as(field.path()).isEqualTo(shows);
            assertThat(explanation.silence().isEmpty()).as(field.path()).isEqualTo(shows);
            if (!shows) {
                assertThat(explanation.silence()).as(field.path()).doesNotContain("filled in");
            }
        }
    }

    private static YamlPath place(Field field, Analysis analysis) {
        YamlPath place = YamlPath.ROOT;
        for (String part : field.path().replace("[]", ".[]").split("\\.")) {
            place =
                    switch (part) {
                        case "[]" -> place.index(0);
                        case "*" -> place.key(firstKey(analysis, place));
                        default -> place.key(part);
                    };
        }
        return place;
    }

    private static String firstKey(Analysis analysis, YamlPath map) {
        YNode node = analysis.tree().orElseThrow().at(map).orElseThrow();
        return ((YNode.YMap) node).entries().getFirst().key().value();
    }
}
