package dev.coppice.model.export.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.Exported;
import dev.coppice.model.export.FieldSupport;

import org.junit.jupiter.api.Test;

class AnsibleExporterTest {

    private static Exported export(String rest) {
        return Exported.by(new AnsibleExporter(), rest);
    }

    /** A variable of a module is there only once the module is. */
    @Test
    void loadsModulesBeforeItSetsVariables() {
        String text =
                export(
                                """
                                kernel:
                                  modules: [br_netfilter]
                                  sysctl: { net.bridge.bridge-nf-call-iptables: 1 }
                                """)
                        .text("playbook.yml");
        String handlers = text.substring(text.indexOf("  handlers:"));
        assertThat(handlers.indexOf("name: systemd-modules-load.service"))
                .isPositive()
                .isLessThan(handlers.indexOf("cmd: sysctl --system"));
    }

    @Test
    void makesWhatAFileOfTmpfilesSays() {
        assertThat(
                        export("files: [{ path: /etc/tmpfiles.d/a.conf, content: 'd /srv/a' }]\n")
                                .text("playbook.yml"))
                .contains("cmd: systemd-tmpfiles --create /etc/tmpfiles.d/a.conf\n");
    }

    @Test
    void refusesAnotherRelease() {
        assertThat(export("").text("playbook.yml"))
                .contains("ansible_facts['distribution_release'] == 'trixie'");
    }

    @Test
    void keepsWhatLooksLikeATemplate() {
        Exported result =
                export(
                        """
                        users: [{ name: eve, fullName: 'a {{ "b" }} \\ c' }]
                        files: [{ path: "/srv/{%x", content: "{{ kept }}\\n" }]
                        """);
        assertThat(result.text("playbook.yml"))
                .contains("comment: '{{ \"a {{ \\\"b\\\" }} \\\\ c\" }}'\n")
                .contains("dest: '{{ \"/srv/{%x\" }}'\n");
        assertThat(result.text("files/srv/__x")).isEqualTo("{{ kept }}\n");
    }

    /** Ansible refuses a condition with braces; Jinja reads the escape as one. */
    @Test
    void asksForAMountWithoutBraces() {
        String text =
                export(
                                """
                                storage:
                                  disks: [{ name: data, size: 2G, mount: "/srv/{{x" }]
                                """)
                        .text("playbook.yml");
        assertThat(text.lines().filter(line -> line.strip().startsWith("when:")))
                .anyMatch(line -> line.contains("\"/srv/\\x7b\\x7bx\""))
                .noneMatch(line -> line.contains("{{"));
    }

    @Test
    void restartsAServiceWhenItsFilesChange() {
        String text =
                export(
                                """
                                packages: [nginx]
                                services: { nginx: { enabled: true } }
                                files: [{ path: /etc/nginx/conf.d/a.conf, content: "# a\\n" }]
                                """)
                        .text("playbook.yml");
        assertThat(text).contains("notify: Restart nginx.service\n");
        assertThat(text.substring(text.indexOf("handlers:")))
                .contains("- name: Restart nginx.service\n")
                .contains("state: restarted\n");
    }

    @Test
    void startsNoServiceThatEndsByItself() {
        String text =
                export(
                                """
                                services: { once: { enabled: true } }
                                units:
                                  - name: once.service
                                    content: |
                                      [Service]
                                      Type=oneshot
                                      ExecStart=/bin/true
                                      [Install]
                                      WantedBy=multi-user.target
                                """)
                        .text("playbook.yml");
        assertThat(text).contains("name: once.service\n        enabled: true\n");
        assertThat(text).doesNotContain("state: started").doesNotContain("Restart once");
    }

    @Test
    void leavesTheNetworkAloneUntilAsked() {
        Exported result = export("network: { interfaces: { eth0: { dhcp: true } } }\n");
        assertThat(result.text("playbook.yml"))
                .contains("manage_network: false\n")
                .contains("when: manage_network | bool\n");
        assertThat(result.support("network.interfaces.eth0.dhcp"))
                .isInstanceOf(FieldSupport.Approximated.class);
    }

    @Test
    void cutsNothingOffZipArchives() {
        Exported result = export("bundles: [{ name: tool, source: vendor/tool.zip, strip: 1 }]\n");
        assertThat(result.text("playbook.yml")).doesNotContain("--strip-components");
        assertThat(result.support("bundles[0].strip")).isInstanceOf(FieldSupport.Dropped.class);
    }

    @Test
    void restartsEveryServiceThatReadsAFile() {
        String text =
                export(
                                """
                                services:
                                  smbd: { enabled: true }
                                  nmbd: { enabled: true }
                                  winbind: { enabled: false }
                                files: [{ path: /etc/samba/smb.conf, content: "[global]\\n" }]
                                """)
                        .text("playbook.yml");
        assertThat(text)
                .contains("- Restart smbd.service\n")
                .contains("- Restart nmbd.service\n")
                .doesNotContain("Restart winbind");
    }

    /** A unit of the spec's own may need the service of a package, as a schema its database. */
    @Test
    void restartsServicesOfPackagesFirst() {
        String text =
                export(
                                """
                                services: { app: { enabled: true }, nginx: { enabled: true } }
                                units:
                                  - { name: app.service, content: "[Service]\\nExecStart=/bin/true\\n" }
                                files: [{ path: /etc/nginx/a.conf, content: "# a\\n" }]
                                """)
                        .text("playbook.yml");
        String handlers = text.substring(text.indexOf("  handlers:"));
        assertThat(handlers.indexOf("Restart nginx.service"))
                .isPositive()
                .isLessThan(handlers.indexOf("Restart app.service"));
    }

    @Test
    void mountsADiskBeforeServicesStart() {
        Exported result =
                export(
                        """
                        services: { smbd: { enabled: true } }
                        files: [{ path: /srv/my-data/a, content: "a\\n" }]
                        storage: { disks: [{ name: my-data, size: 2G, mount: /srv/my-data }] }
                        """);
        String text = result.text("playbook.yml");
        assertThat(text)
                .contains("path: /dev/disk/by-label/my-data\n")
                .contains("- disk_my_data.stat.exists\n")
                .contains("name: srv-my\\x2ddata.mount\n");
        assertThat(text.indexOf("x2ddata.mount"))
                .isLessThan(text.indexOf("Write /srv/my-data/a"))
                .isLessThan(text.indexOf("Start smbd.service"));
        assertThat(result.support("storage.disks[0].mount")).isInstanceOf(FieldSupport.Exact.class);
    }

    /** A service that pulls in a unit of the spec's own cannot start before that is enabled. */
    @Test
    void enablesItsOwnUnitsBeforeServicesStartAnew() {
        String text =
                export(
                                """
                                services: { nginx: { enabled: true }, key: { enabled: true } }
                                units:
                                  - name: key.service
                                    content: |
                                      [Service]
                                      Type=oneshot
                                      ExecStart=/bin/true
                                      [Install]
                                      RequiredBy=nginx.service
                                files: [{ path: /etc/nginx/a.conf, content: "# a\\n" }]
                                """)
                        .text("playbook.yml");
        assertThat(text.indexOf("Enable key.service"))
                .isPositive()
                .isLessThan(text.indexOf("meta: flush_handlers"));
        assertThat(text).doesNotContain("Start key.service");
    }

    @Test
    void restartsContainersAndLeavesTheirRules() {
        String text =
                export(
                                """
                                containers: [{ name: web, image: docker.io/library/nginx:1.28 }]
                                network: { firewall: { allowTcp: [80] } }
                                """)
                        .text("playbook.yml");
        assertThat(text)
                .contains("- Restart web.service\n")
                .contains("name: nftables.service\n        state: reloaded\n");
    }
}
