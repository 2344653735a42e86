package dev.coppice.model.export.puppet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.Exported;
import dev.coppice.model.export.FieldSupport;

import org.junit.jupiter.api.Test;

class PuppetExporterTest {

    private static final String MANIFEST = "manifests/site.pp";

    private static Exported export(String rest) {
        return Exported.by(new PuppetExporter(), rest);
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
                                files: [{ path: /etc/tmpfiles.d/a.conf, content: "d /srv/a" }]
                                """)
                        .text(MANIFEST);
        assertThat(text.indexOf("exec { 'systemctl restart systemd-modules-load.service'"))
                .isPositive()
                .isLessThan(text.indexOf("exec { 'sysctl --system'"));
        assertThat(text).contains("exec { 'systemd-tmpfiles --create /etc/tmpfiles.d/a.conf':");
    }

    @Test
    void startsServicesAnewWhenTheirUnitsChange() {
        String text =
                export(
                                """
                                units:
                                  - { name: app.service, content: "[Service]\\nExecStart=/bin/true\\n" }
                                  - { name: cron.service, dropIn: nice, content: "[Service]\\nNice=5\\n" }
                                  - { name: idle.service, content: "[Service]\\nExecStart=/bin/true\\n" }
                                services: { app: { enabled: true }, cron: { enabled: true } }
                                """)
                        .text(MANIFEST);
        assertThat(resource(text, "/etc/systemd/system/app.service"))
                .contains("=> [Service['app.service']],");
        assertThat(resource(text, "/etc/systemd/system/cron.service.d/nice.conf"))
                .contains("=> [Service['cron.service']],");
        assertThat(resource(text, "/etc/systemd/system/idle.service")).doesNotContain("notify");
    }

    @Test
    void startsTheResolverAnewWhenItsFileChanges() {
        assertThat(export("network: { nameservers: [9.9.9.9] }\n").text(MANIFEST))
                .contains(
                        "exec { 'systemctl restart systemd-resolved.service':",
                        "subscribe   => File['/etc/systemd/resolved.conf.d/10-coppice.conf'],");
        assertThat(
                        export(
                                        """
                                        network: { nameservers: [9.9.9.9] }
                                        services: { systemd-resolved: { enabled: true } }
                                        """)
                                .text(MANIFEST))
                .contains("notify => [Service['systemd-resolved.service']],")
                .doesNotContain("systemctl restart systemd-resolved");
    }

    /** The lists of packages have the times of the archive, which may be weeks old. */
    @Test
    void fetchesListsByTheTimeOfTheLastFetch() {
        assertThat(export("packages: [tree]\n").text(MANIFEST))
                .contains("'apt-get update && touch /var/lib/apt/periodic/update-success-stamp'")
                .contains("update-success-stamp -mtime -1")
                .doesNotContain("/var/lib/apt/lists");
    }

    /** What is only enabled may be pulled in by others; what is the spec's own may need others. */
    @Test
    void startsServicesInAnOrderThatWorks() {
        String text =
                export(
                                """
                                services:
                                  app: { enabled: true }
                                  nginx: { enabled: true }
                                  zkey: { enabled: true }
                                units:
                                  - { name: app.service, content: "[Service]\\nExecStart=/bin/true\\n" }
                                  - { name: zkey.service, content: "[Service]\\nType=oneshot\\nExecStart=/bin/true\\n" }
                                """)
                        .text(MANIFEST);
        assertThat(text.indexOf("service { 'zkey.service'"))
                .isPositive()
                .isLessThan(text.indexOf("service { 'nginx.service'"));
        assertThat(text.indexOf("service { 'nginx.service'"))
                .isLessThan(text.indexOf("service { 'app.service'"));
    }

    @Test
    void leavesTheRulesOfContainers() {
        assertThat(
                        export(
                                        """
                                        containers: [{ name: web, image: docker.io/library/nginx:1.28 }]
                                        network: { firewall: { allowTcp: [80] } }
                                        """)
                                .text(MANIFEST))
                .contains("restart => 'systemctl reload nftables.service',");
    }

    @Test
    void letsTheMachineKnowItsOwnName() {
        assertThat(export("hostname: own\n").text(MANIFEST))
                .contains("'grep -q -x \\'127.0.1.1 own\\' /etc/hosts'");
    }

    @Test
    void saysThatAKeyboardWaitsForTheNextStart() {
        assertThat(export("keyboard: de\n").support("keyboard"))
                .isInstanceOf(FieldSupport.Approximated.class);
    }

    private static String resource(String manifest, String title) {
        int from = manifest.indexOf("file { '" + title + "':");
        assertThat(from).as(title).isNotNegative();
        return manifest.substring(from, manifest.indexOf("}\n", from));
    }
}
