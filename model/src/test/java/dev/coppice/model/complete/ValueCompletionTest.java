package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ValueCompletionTest {

    private final Taking taking =
            new Taking(
                    new Catalog(
                            Optional.of(index()),
                            Optional.empty(),
                            () -> List.of("files/index.html", "README.md")));

    private static PackageIndex index() {
        return new PackageIndex(
                List.of(
                        one("nginx", "small web server", "nginx-common"),
                        one("nginx-common", "small web server, common files", "init"),
                        one("htop", "interactive processes viewer", "libc6"),
                        one("apache2", "web server", "libc6"),
                        one("monitor", "our own", "prometheus")));
    }

    private static IndexedPackage one(String name, String summary, String depends) {
        return new IndexedPackage(
                new PackageEntry(name, "1.0", "web", 100, summary), List.of(depends), List.of());
    }

    @Test
    void packagesInEachStyleOfList() {
        assertThat(taking.take("packages:\n  - ngi¦", "nginx")).isEqualTo("packages:\n  - nginx¦");
        assertThat(taking.take("packages: [ngi¦", "nginx")).isEqualTo("packages: [nginx¦");
        assertThat(taking.take("packages: [htop, ngi¦]", "nginx"))
                .isEqualTo("packages: [htop, nginx¦]");
        assertThat(taking.take("packages: ngi¦", "nginx")).isEqualTo("packages: [nginx¦]");
        assertThat(taking.take("packages:\n  ngi¦", "nginx")).isEqualTo("packages:\n  - nginx¦");
        assertThat(taking.take("packages:\n  - htop\n  ngi¦\nname: a", "nginx"))
                .isEqualTo("packages:\n  - htop\n  - nginx¦\nname: a");
        assertThat(taking.take("packages: [\"ngi¦\"]", "nginx"))
                .isEqualTo("packages: [\"nginx¦\"]");
        assertThat(taking.take("packages: ['ngi¦", "nginx")).isEqualTo("packages: ['nginx¦'");
    }

    @Test
    void packagesSayWhatTheyAre() {
        Proposal nginx = taking.at("packages: [ngi¦]").proposals().getFirst();
        assertThat(nginx.detail()).isEqualTo("small web server");
        assertThat(nginx.documentation()).contains("Version 1.0");
        assertThat(taking.labels("packages: [viewer¦]")).containsExactly("htop");
    }

    @Test
    void packagesThatAreThereAreNotProposed() {
        assertThat(taking.labels("packages: [nginx, web¦]"))
                .containsExactly("apache2", "nginx-common");
    }

    @Test
    void choicesAndFlags() {
        assertThat(taking.labels("base: { release: ¦ }")).containsExactly("bookworm", "trixie");
        assertThat(taking.take("base:\n  release:¦", "trixie"))
                .isEqualTo("base:\n  release: trixie¦");
        assertThat(taking.take("base:\n  release: book¦worm\n", "bookworm"))
                .isEqualTo("base:\n  release: bookworm¦\n");
        assertThat(taking.labels("services:\n  ssh: { enabled: ¦ }"))
                .containsExactly("true", "false");
    }

    @Test
    void regionsByNameAndTitle() {
        assertThat(taking.labels("timezone: lond¦")).contains("Europe/London");
        assertThat(taking.labels("keyboard: german¦")).contains("de");
        assertThat(taking.labels("locale: en_G¦")).first().isEqualTo("en_GB.UTF-8");
    }

    @Test
    void whatTheSpecItselfNames() {
        String users = "users: [{ name: alice }, { name: bob }]\n";
        assertThat(taking.labels(users + "files:\n  - path: /x\n    owner: ¦"))
                .contains("alice", "bob", "root");
        assertThat(taking.labels("files:\n  - path: /x\n    source: ¦"))
                .contains("files/index.html", "README.md");
    }

    @Test
    void unitsThatPackagesBringThroughWhatTheyNeed() {
        String text = "packages: [nginx]\nunits: [{ name: backup.timer, content: x }]\n";
        assertThat(taking.labels(text + "services:\n  ¦")).contains("nginx", "backup.timer");
        assertThat(taking.take(text + "services:\n  ng¦", "nginx"))
                .endsWith("services:\n  nginx: { enabled: true }¦");
        assertThat(taking.labels(text + "checks:\n  - unit: ¦")).contains("nginx", "backup.timer");
        assertThat(taking.take("services:\n  ng¦: { enabled: true }", "nginx"))
                .isEqualTo("services:\n  nginx¦: { enabled: true }");
    }

    @Test
    void unitsOfWhatPackagesDependOnAndOfTheBaseSystem() {
        assertThat(taking.labels("packages: [monitor]\nchecks:\n  - unit: prom¦"))
                .contains("prometheus");
        assertThat(taking.labels("packages: [htop]\nchecks:\n  - unit: prom¦"))
                .doesNotContain("prometheus");
        assertThat(taking.at("checks:\n  - unit: resol¦").proposals())
                .anySatisfy(
                        p -> {
                            assertThat(p.label()).isEqualTo("systemd-resolved");
                            assertThat(p.detail()).isEqualTo("of the base system");
                        });
    }

    @Test
    void groupsOfTheBaseSystem() {
        assertThat(taking.labels("users:\n  - name: a\n    groups: [vid¦]")).contains("video");
    }

    @Test
    void keywordsOfTheSshServerAndTheirValues() {
        assertThat(taking.labels("sshd:\n  Perm¦")).contains("PermitRootLogin");
        assertThat(taking.labels("sshd:\n  ¦")).doesNotContain("Protocol");
        assertThat(taking.take("sshd:\n  PasswordA¦", "PasswordAuthentication"))
                .isEqualTo("sshd:\n  PasswordAuthentication: ¦");
        assertThat(taking.labels("sshd:\n  permitrootlogin: ¦"))
                .startsWith("yes", "prohibit-password");
        assertThat(taking.take("sshd:\n  X11Forwarding: ¦", "no"))
                .isEqualTo("sshd:\n  X11Forwarding: \"no\"¦");
        assertThat(taking.at("sshd:\n  X11Forwarding: ¦").whole()).isTrue();
        assertThat(taking.at("sshd:\n  Banner: ¦").whole()).isFalse();
    }

    @Test
    void variablesAndModulesOfTheKernel() {
        String sysctl = "kernel:\n  sysctl:\n    ";
        assertThat(taking.take(sysctl + "ip_forw¦", "net.ipv4.ip_forward"))
                .isEqualTo(sysctl + "net.ipv4.ip_forward: ¦");
        assertThat(taking.labels(sysctl + "rp_filter¦"))
                .contains("net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter")
                .noneMatch(label -> label.contains("*"));
        assertThat(taking.labels("kernel: { modules: [br_¦] }")).contains("br_netfilter");
    }

    @Test
    void textsThatYamlTakesForSomethingElseGetQuotes() {
        assertThat(taking.take("files:\n  - path: /x\n    mode: ¦", "0644"))
                .endsWith("mode: \"0644\"¦");
    }

    @Test
    void examplesAreNoOffers() {
        Completion host = taking.at("hostname: w¦");
        assertThat(host.proposals()).extracting(Proposal::label).containsExactly("web-01");
        assertThat(host.withoutExamples().proposals()).isEmpty();
        assertThat(host.whole()).isFalse();
        assertThat(taking.at("base: { release: ¦ }").whole()).isTrue();
        assertThat(taking.at("users:\n  - ¦").whole()).isTrue();
    }

    @Test
    void brokenLinesElsewhereDoNotMatter() {
        assertThat(taking.labels("a: [b: {c\n\"x\nusers:\n  - name: 'al\npackages: [ngi¦"))
                .contains("nginx");
    }
}
