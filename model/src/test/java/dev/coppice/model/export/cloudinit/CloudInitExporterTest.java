package dev.coppice.model.export.cloudinit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.Exported;

import org.junit.jupiter.api.Test;

class CloudInitExporterTest {

    private static String export(String rest) {
        return Exported.by(new CloudInitExporter(), rest).text("user-data");
    }

    /** A service that fails while it is installed fails its package: it may need a later unit. */
    @Test
    void startsNoServiceBeforeTheRebootThatStartsThemAll() {
        String text =
                export(
                        """
                        packages: [nginx]
                        units: [{ name: key.service, content: "[Service]\\nExecStart=/bin/true\\n" }]
                        services: { key: { enabled: true } }
                        """);
        assertThat(text)
                .contains("path: /usr/sbin/policy-rc.d\n    permissions: \"0755\"\n")
                .contains("runcmd:\n  - [rm, -f, /usr/sbin/policy-rc.d]\n")
                .contains("mode: reboot");
    }

    @Test
    void letsServicesStartWhereNoRebootDoes() {
        assertThat(export("packages: [tree]\n")).doesNotContain("policy-rc.d", "mode: reboot");
    }

    /** keyboard-configuration writes its file anew while it is installed. */
    @Test
    void writesTheKeyboardAfterItsPackage() {
        assertThat(export("keyboard: de\n"))
                .contains("path: /etc/default/keyboard\n    defer: true\n");
    }
}
