package dev.coppice.model.export.mkosi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.Exported;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.FieldSupport;

import org.junit.jupiter.api.Test;

class MkosiExporterTest {

    private static final String SCRIPT = "mkosi.postinst.chroot";
    private static final String PRESET = "mkosi.extra/etc/systemd/system-preset/00-coppice.preset";

    private static Exported export(String rest) {
        return Exported.by(new MkosiExporter(), rest);
    }

    @Test
    void writesNoScriptThatDoesNothing() {
        assertThat(export("").result().files())
                .extracting(ExportedFile::path)
                .contains("mkosi.conf")
                .doesNotContain(SCRIPT);
        assertThat(export("users: [{ name: eve }]\n").text(SCRIPT)).contains("useradd");
    }

    /** Its parser cuts values at a number sign and replaces words behind a per cent sign. */
    @Test
    void writesParametersAsMkosiReadsThem() {
        Exported result = export("kernel: { parameters: [quiet, \"a=%d\", \"b=#1\"] }\n");
        assertThat(result.text("mkosi.conf"))
                .contains("KernelCommandLine=quiet\n", "KernelCommandLine=a=%%d\n")
                .doesNotContain("b=");
        assertThat(result.support("kernel.parameters[2]")).isInstanceOf(FieldSupport.Dropped.class);
    }

    /** The folder mkosi.extra is root's, and its folders' modes become those of the image. */
    @Test
    void installsWhatHasAnOwnerOrAFolderOfItsOwn() {
        Exported result =
                export(
                        """
                        users: [{ name: eve }]
                        files:
                          - { path: /etc/plain, content: "x\\n" }
                          - { path: /etc/secret, content: "x\\n", mode: "0600" }
                          - { path: /home/eve/a b, content: "x\\n", owner: eve, group: eve }
                          - { path: /root/note, content: "x\\n" }
                        """);
        assertThat(result.text("mkosi.extra/etc/plain")).isEqualTo("x\n");
        assertThat(result.text(SCRIPT))
                .doesNotContain("/etc/plain")
                .contains(
                        "install -D -m 0600 -o root -g root \"$SRCDIR/files/etc/secret\""
                                + " /etc/secret\n",
                        "install -D -m 0644 -o eve -g eve \"$SRCDIR/files/home/eve/a_b\""
                                + " '/home/eve/a b'\n",
                        "\"$SRCDIR/files/root/note\" /root/note\n");
        assertThat(result.text(SCRIPT).indexOf("useradd"))
                .isLessThan(result.text(SCRIPT).indexOf("install -D"));
    }

    /** Presets are applied after the script: what it disables would be enabled again. */
    @Test
    void saysInPresetsWhatStarts() {
        Exported result =
                export(
                        """
                        services:
                          cron: { enabled: false }
                          getty@tty1: { enabled: false }
                          getty@tty2: { enabled: true }
                          serial-getty@ttyS0: { enabled: true }
                          apt-daily.timer: { masked: true }
                        """);
        assertThat(result.text(PRESET))
                .contains("disable cron.service\n", "enable getty@.service tty2\n")
                .doesNotContain("serial-getty", "apt-daily");
        assertThat(result.text(SCRIPT))
                .contains(
                        "systemctl enable serial-getty@ttyS0.service\n",
                        "systemctl mask apt-daily.timer\n")
                .doesNotContain("cron", "tty2");
    }

    @Test
    void givesAptTheSourcesAndTheImageToo() {
        Exported result =
                export(
                        """
                        repositories:
                          - name: own
                            url: https://example.org/debian
                            suites: [bookworm]
                            components: [main]
                            key: |
                              -----BEGIN PGP PUBLIC KEY BLOCK-----
                              x
                              -----END PGP PUBLIC KEY BLOCK-----
                        """);
        for (String folder : new String[] {"mkosi.sandbox", "mkosi.extra"}) {
            assertThat(result.text(folder + "/etc/apt/sources.list.d/own.sources"))
                    .contains("URIs: https://example.org/debian\n");
            assertThat(result.text(folder + "/etc/apt/keyrings/own.asc")).contains("BEGIN PGP");
        }
    }

    @Test
    void findsDisksAndSwap() {
        Exported result =
                export(
                        """
                        storage:
                          swap: 512M
                          disks: [{ name: data, size: 2G, filesystem: ext4, mount: /srv/data }]
                        """);
        assertThat(result.text("mkosi.repart/10-swap.conf")).contains("SizeMinBytes=512M\n");
        assertThat(result.text("mkosi.extra/etc/fstab"))
                .isEqualTo(
                        "/dev/disk/by-id/virtio-data /srv/data ext4 x-systemd.makefs,nofail 0 0\n");
    }
}
