package dev.coppice.model.export.kairos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.FieldSupport;

import org.junit.jupiter.api.Test;

class KairosExporterTest {

    private static final String HEAD =
            """
            spec: 1
            name: node
            base: { distribution: debian, release: bookworm }
            """;

    private static ExportResult export(String spec) {
        return new KairosExporter().export(ExportCases.of(HEAD + spec, ProjectFiles.NONE));
    }

    private static String text(ExportResult result, String path) {
        return result.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> ((ExportedFile.Text) file).content())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rawSettingsGoOverWhatIsWritten() {
        ExportResult result =
                export(
                        """
                        kernel: { parameters: [quiet] }
                        targets:
                          kairos:
                            hostname: "node-{{ .MachineID }}"
                            install: { auto: true, grub_options: { extra_cmdline: debug } }
                            k3s: { enabled: true }
                            stages:
                              initramfs:
                                - files: [ { path: /etc/x, permissions: 0640, content: x } ]
                        """);

        assertThat(text(result, "cloud-config.yaml"))
                .contains("hostname: node-{{ .MachineID }}\n")
                .contains("  auto: true\n")
                .contains("    extra_cmdline: debug\n")
                .contains("- path: /etc/x\n          permissions: 0640\n");
        assertThat(text(result, "Dockerfile"))
                .contains("/kairos-init --version \"${VERSION}\" --provider k3s\n");
    }

    @Test
    void saysWhatKairosWouldLose() {
        ExportResult result =
                export(
                        """
                        targets:
                          kairos:
                            packages: [vim]
                            stages: { boot: [ { commands: reboot } ] }
                            metallb: { version: 1 }
                        """);

        assertThat(result.report())
                .filteredOn(entry -> entry.path().toString().startsWith("targets"))
                .extracting(ExportResult.Entry::support)
                .satisfiesExactly(
                        packages ->
                                assertThat(packages)
                                        .isInstanceOf(FieldSupport.Approximated.class)
                                        .extracting(FieldSupport::text)
                                        .asString()
                                        .contains("Dockerfile"),
                        stages -> assertThat(stages).isInstanceOf(FieldSupport.Dropped.class),
                        other -> assertThat(other).isInstanceOf(FieldSupport.Exact.class));
    }

    @Test
    void bracesOfAFileStayAsTheyAre() {
        String config =
                text(
                        export(
                                """
                                files:
                                  - { path: /etc/rule, content: "{{ $value }} {{ .Names }}" }
                                """),
                        "cloud-config.yaml");

        assertThat(config).contains("{{ \"{{\" }} $value }} {{ \"{{\" }} .Names }}");
    }

    @Test
    void nobodyBecomesAdministratorUnasked() {
        String nobody = "users: [ { name: ann, groups: [sudo] } ]\n";

        assertThat(text(export(nobody), "cloud-config.yaml")).contains("nousers: true");
        assertThat(text(export(nobody.replace("sudo", "admin")), "cloud-config.yaml"))
                .doesNotContain("nousers");
    }

    @Test
    void filesOfPeopleWaitForTheirAccounts() {
        String config =
                text(
                        export(
                                """
                                users: [ { name: ann } ]
                                files:
                                  - path: /home/ann/.config/app/a.conf
                                    content: x
                                    owner: ann
                                    group: ann
                                """),
                        "cloud-config.yaml");

        assertThat(config.substring(config.indexOf("\n  boot:")))
                .contains(
                        "install -d -o ann -g ann /home/ann/.config /home/ann/.config/app",
                        "path: /home/ann/.config/app/a.conf",
                        "ownerstring: ann:ann");
    }

    @Test
    void whatIsKeptIsKeptOnRawImagesToo() {
        String config =
                text(export("storage: { persist: [/var/lib/app, /home] }\n"), "cloud-config.yaml");

        assertThat(config)
                .contains("  bind_mounts:\n    - /var/lib/app\n")
                .contains("CUSTOM_BIND_MOUNTS: /var/lib/app\n")
                .doesNotContain("/home");
    }

    @Test
    void saysWhichFilesMakeTheConfigTooLarge() {
        String files =
                "files:\n  - { path: /etc/small, content: x }\n  - { path: /etc/large, content: "
                        + "x".repeat(FileCheck.LARGEST)
                        + " }\n";

        assertThat(export(files).report())
                .filteredOn(entry -> entry.support() instanceof FieldSupport.Dropped)
                .extracting(entry -> entry.path().toString())
                .contains("files[1].content")
                .doesNotContain("files[0].content");
    }
}
