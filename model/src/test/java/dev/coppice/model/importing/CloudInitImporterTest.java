package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class CloudInitImporterTest {

    private static final String CONFIG =
            """
            #cloud-config
            hostname: web-01
            fqdn: web-01.example.org
            timezone: Europe/Berlin
            locale: de_DE.UTF-8
            keyboard: { layout: de, variant: nodeadkeys }
            groups:
              - ops: [alice]
              - dev
            users:
              - default
              - name: alice
                gecos: Alice Liddell
                groups: sudo, adm
                shell: /bin/bash
                sudo: "ALL=(ALL) NOPASSWD:ALL"
                lock_passwd: false
                hashed_passwd: $6$rounds=5000$usesomesillystri$D4IrlXatmP7rx3P3InaxBeoomnAihCKRVQAr/36eYK4k4NbF4wEfMk8Oh1bXjFFfsGLGEGIpRCGDCjjj2RSRW1
                homedir: /srv/alice
              - name: bob
                plain_text_passwd: secret
            ssh_pwauth: false
            disable_root: true
            package_update: true
            packages: [nginx, [libpython3-stdlib, 3.9.2-3]]
            write_files:
              - path: /etc/motd
                permissions: "0644"
                owner: root:root
                content: |
                  Welcome
              - path: /etc/hello
                encoding: b64
                content: SGVsbG8K
              - path: /etc/blob
                encoding: gz+b64
                content: H4sI
            ntp: { servers: [pool.ntp.org] }
            swap: { filename: /swap, size: 536870912 }
            runcmd:
              - [systemctl, restart, "my unit"]
              - echo "it's done" > /root/done
            mounts: [[sdb, /data]]
            stages: { boot: [] }
            power_state: { mode: reboot }
            """;

    private final Importer importer = new CloudInitImporter(new SpecSchema());

    private YNode spec(String config) {
        SpecText text = importer.read(new SpecText(config), "web").spec();
        return new YamlParser().parse(text).root().orElseThrow();
    }

    private static String at(YNode spec, Object... path) {
        return spec.at(YamlPath.of(path))
                .filter(YNode.YScalar.class::isInstance)
                .map(node -> ((YNode.YScalar) node).value())
                .orElse("nothing");
    }

    @Test
    void theSpecIsRightAndSaysTheSame() {
        SpecText text = importer.read(new SpecText(CONFIG), "web").spec();
        Analysis analysis = Specs.analyze(text.content());
        assertThat(analysis.diagnostics())
                .as(text.content())
                .noneMatch(d -> d.severity() == Severity.ERROR);
        YNode spec = analysis.tree().orElseThrow();
        assertThat(at(spec, "hostname")).isEqualTo("web-01");
        assertThat(at(spec, "timezone")).isEqualTo("Europe/Berlin");
        assertThat(at(spec, "keyboard")).isEqualTo("de");
        assertThat(at(spec, "console", "keyboardVariant")).isEqualTo("nodeadkeys");
        assertThat(at(spec, "users", 0, "fullName")).isEqualTo("Alice Liddell");
        assertThat(at(spec, "users", 0, "groups", 0)).isEqualTo("ops");
        assertThat(at(spec, "users", 0, "groups", 2)).isEqualTo("adm");
        assertThat(at(spec, "users", 0, "hashedPassword")).startsWith("$6$");
        assertThat(at(spec, "users", 1, "name")).isEqualTo("bob");
        assertThat(at(spec, "sudo", 0, "password")).isEqualTo("false");
        assertThat(at(spec, "packages", 2)).isEqualTo("libpython3-stdlib");
        assertThat(at(spec, "files", 0, "content")).isEqualTo("Welcome\n");
        assertThat(at(spec, "files", 1, "content")).isEqualTo("Hello\n");
        assertThat(at(spec, "sshd", "PasswordAuthentication")).isEqualTo("no");
        assertThat(at(spec, "sshd", "PermitRootLogin")).isEqualTo("no");
        assertThat(at(spec, "ntp", "servers", 0)).isEqualTo("pool.ntp.org");
        assertThat(at(spec, "storage", "swap")).isEqualTo("512M");
        assertThat(at(spec, "files", 2, "content"))
                .isEqualTo(
                        "#!/bin/sh\n"
                                + "systemctl restart 'my unit'\n"
                                + "echo \"it's done\" > /root/done\n");
        assertThat(text.content()).doesNotContain("secret");
    }

    @Test
    void eachFieldIsReported() {
        List<ImportNote> notes = importer.read(new SpecText(CONFIG), "web").notes();
        var outcomes =
                notes.stream()
                        .collect(
                                Collectors.toMap(
                                        ImportNote::field, ImportNote::outcome, (a, b) -> a));
        assertThat(outcomes)
                .containsEntry("hostname", Outcome.TAKEN)
                .containsEntry("fqdn", Outcome.DROPPED)
                .containsEntry("users[0]", Outcome.DROPPED)
                .containsEntry("users[1].homedir", Outcome.DROPPED)
                .containsEntry("users[2].plain_text_passwd", Outcome.DROPPED)
                .containsEntry("packages[1]", Outcome.APPROXIMATED)
                .containsEntry("write_files[2]", Outcome.DROPPED)
                .containsEntry("swap", Outcome.APPROXIMATED)
                .containsEntry("runcmd", Outcome.APPROXIMATED)
                .containsEntry("stages", Outcome.DROPPED)
                .containsEntry("mounts", Outcome.DROPPED);
        assertThat(notes)
                .filteredOn(note -> note.outcome() != Outcome.TAKEN)
                .allMatch(note -> note.reason().endsWith("."));
        assertThat(notes)
                .filteredOn(n -> n.field().equals("stages"))
                .first()
                .satisfies(note -> assertThat(note.reason()).contains("Kairos"))
                .satisfies(note -> assertThat(note.start().orElseThrow().line()).isEqualTo(44));
        assertThat(notes).extracting(n -> n.start().orElseThrow().line()).isSorted();
    }

    @Test
    void keysOfTheDefaultUserGoToTheFirstPerson() {
        String key =
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
                        + " a";
        String config =
                "#cloud-config\nssh_authorized_keys: [\"" + key + "\"]\nusers: [{name: eve}]\n";
        assertThat(at(spec(config), "users", 0, "sshAuthorizedKeys", 0)).isEqualTo(key);
    }

    @Test
    void aLockedPasswordIsNotTaken() {
        String config = "#cloud-config\nusers:\n  - name: eve\n    passwd: $6$abcdefgh$abcdefgh\n";
        assertThat(at(spec(config), "users", 0, "hashedPassword")).isEqualTo("nothing");
    }

    @Test
    void understandsItsMarkOnly() {
        assertThat(importer.understands(new SpecText(CONFIG))).isTrue();
        assertThat(importer.understands(new SpecText("#!/bin/sh\n"))).isFalse();
        assertThat(importer.understands(new SpecText("spec: 1\n"))).isFalse();
    }

    /** Whatever the file is, there is a spec that can be read and a report. */
    @Test
    void brokenFilesGiveASpecAndAReport() {
        var random = new Random(20_261_124);
        for (int i = 0; i < 500; i++) {
            var broken = new StringBuilder(CONFIG);
            for (int cut = random.nextInt(4); cut >= 0; cut--) {
                int at = random.nextInt(broken.length());
                int end = Math.min(broken.length(), at + random.nextInt(30));
                broken.replace(
                        at,
                        end,
                        random.nextBoolean() ? "" : "[]: -\n {".substring(random.nextInt(8)));
            }
            Import result = importer.read(new SpecText(broken.toString()), "web");
            assertThat(new YamlParser().parse(result.spec()).complete())
                    .as(broken.toString())
                    .isTrue();
            assertThat(result.notes()).isNotEmpty();
        }
    }
}
