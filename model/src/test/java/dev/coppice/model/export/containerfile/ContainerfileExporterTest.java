package dev.coppice.model.export.containerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.Exported;
import dev.coppice.model.export.FieldSupport;

import org.junit.jupiter.api.Test;

import java.util.List;

class ContainerfileExporterTest {

    private static Exported export(String rest) {
        return Exported.by(new ContainerfileExporter(), rest);
    }

    @Test
    void quotesWhatPeopleWrote() {
        Exported result =
                export(
                        """
                        users: [{ name: eve, fullName: "Eve's $HOME `id`" }]
                        files: [{ path: "/srv/a b$c\\"d", content: "x\\n", mode: "4755", owner: eve }]
                        """);
        assertThat(result.text("Containerfile"))
                .contains("--comment 'Eve'\\''s $HOME `id`' eve; }")
                .contains(
                        "COPY --chmod=4755 --chown=eve:root [\"files/srv/a_b_c_d\", \"/srv/a"
                                + " b\\\\$c\\\"d\"]");
        assertThat(result.text("files/srv/a_b_c_d")).isEqualTo("x\n");
    }

    /** The image holds no key; who has logged in once finds the same one in the next container. */
    @Test
    void keepsTheKeyOfTheSshServerInAVolume() {
        Exported result = export("packages: [openssh-server]\n");
        assertThat(result.text("Containerfile")).contains("rm -f /etc/ssh/ssh_host_*");
        assertThat(result.text("run.sh"))
                .contains("--volume box-ssh-host-keys:/var/lib/ssh-host-keys ");
        assertThat(result.text("files/etc/systemd/system/ssh-host-key.service"))
                .contains("StateDirectory=ssh-host-keys\n")
                .contains("test -e /var/lib/ssh-host-keys/ssh_host_ed25519_key || ssh-keygen");
        assertThat(export("").text("run.sh")).doesNotContain("ssh-host-keys");
    }

    @Test
    void saysWhichServicesNeedRightsOverTheHost() {
        Exported result =
                export(
                        """
                        packages: [nfs-kernel-server, nginx]
                        services: { nfs-server: { enabled: true }, nginx: { enabled: true } }
                        """);
        assertThat(result.support("services.nfs-server.enabled"))
                .isInstanceOf(FieldSupport.Approximated.class);
        assertThat(result.support("services.nginx.enabled")).isInstanceOf(FieldSupport.Exact.class);
    }

    @Test
    void makesHomesThatOnlyTheirOwnersRead() {
        assertThat(export("users: [{ name: eve }]\n").text("Containerfile"))
                .contains("useradd --create-home --key HOME_MODE=0700 --shell /bin/bash eve; }");
    }

    @Test
    void keepsKernelVariablesThatAContainerHas() {
        Exported result =
                export(
                        "kernel: { sysctl: { net.ipv4.ip_forward: \"1\", vm.swappiness: \"10\" }"
                                + " }\n");
        assertThat(result.text("run.sh"))
                .contains("--sysctl net.ipv4.ip_forward=1 ")
                .doesNotContain("swappiness");
        assertThat(result.support("kernel.sysctl.net.ipv4.ip_forward"))
                .isInstanceOf(FieldSupport.Exact.class);
        assertThat(result.support("kernel.sysctl.vm.swappiness"))
                .isInstanceOf(FieldSupport.Dropped.class);
    }

    @Test
    void saysWhenATextGetsALineFeed() {
        Exported result =
                export(
                        "files: [{ path: /a, content: no end }, { path: /b, content: \"end\\n"
                                + "\" }]\n");
        assertThat(List.of(result.support("files[0].content"), result.support("files[1].content")))
                .extracting(Object::getClass)
                .isEqualTo(List.of(FieldSupport.Approximated.class, FieldSupport.Exact.class));
    }

    @Test
    void ownsTheFoldersInPeoplesHomes() {
        assertThat(
                        export(
                                        """
                                        users: [{ name: eve }]
                                        files: [{ path: /home/eve/.config/app/rc, content: "" }]
                                        """)
                                .text("Containerfile"))
                .contains(
                        "{ [ -d /home/eve/.config ] || install -d -o eve -g \"$(id -gn eve)\""
                                + " /home/eve/.config; }");
    }

    @Test
    void bringsBundlesFromTheProject() {
        String text =
                export(
                                """
                                bundles:
                                  - name: tool
                                    source: vendor/tool.zip
                                    strip: 1
                                    files: [{ from: bin/tool, to: /usr/local/bin/tool }]
                                """)
                        .text("Containerfile");
        assertThat(text)
                .contains("libarchive-tools \\\n")
                .contains("COPY files/bundles/tool/tool.zip /tmp/tool.zip\n")
                .contains(
                        "bsdtar --no-same-owner -x -f /tmp/tool.zip -C /opt/tool"
                                + " --strip-components=1 \\\n")
                .contains("install -D -m 0755 /opt/tool/bin/tool /usr/local/bin/tool");
    }
}
