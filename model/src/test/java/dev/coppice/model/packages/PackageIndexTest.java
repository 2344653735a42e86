package dev.coppice.model.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PackageIndexTest {

    private final PackageIndex index =
            new PackageIndex(
                    List.of(
                            one("libssh-dev", "libdevel", "tiny C SSH library. Development files"),
                            one("openssh-server", "net", "secure shell (SSH) server"),
                            one("ssh", "net", "secure shell client and server (metapackage)"),
                            one("sshfs", "utils", "filesystem client based on SSH"),
                            one("mosh", "net", "Mobile shell that supports roaming"),
                            one("passhport", "net", "a wall"),
                            one("nginx", "web", "small, powerful, scalable web/proxy server")),
                    Optional.empty(),
                    List.of());

    private static IndexedPackage one(String name, String section, String summary) {
        return new IndexedPackage(
                new PackageEntry(name, "1", section, 1, summary),
                List.of(),
                name.equals("ssh") ? List.of("ssh-server") : List.of(),
                false);
    }

    private List<String> find(String typed) {
        return index.search(typed, 50).stream().map(PackageEntry::name).toList();
    }

    @Test
    void nameThenBeginningThenWordThenPartThenSummary() {
        assertThat(find("ssh"))
                .containsExactly("ssh", "sshfs", "passhport", "openssh-server", "libssh-dev");
        assertThat(find("shell")).containsExactly("ssh", "mosh", "openssh-server");
        assertThat(find("proxy")).containsExactly("nginx");
        assertThat(find("hell")).containsExactly("ssh", "mosh", "openssh-server");
    }

    @Test
    void severalWordsMustAllBeThere() {
        assertThat(find("ssh server")).containsExactly("ssh", "openssh-server");
        assertThat(find("web SERVER")).containsExactly("nginx");
        assertThat(find("web nothing")).isEmpty();
    }

    @Test
    void nothingTypedIsEverythingByName() {
        assertThat(find("")).hasSize(7).isSorted();
        assertThat(index.search("", 2)).hasSize(2);
        assertThat(index.search("s", 1)).extracting(PackageEntry::name).containsExactly("ssh");
    }

    @Test
    void factsForRules() {
        assertThat(index.known("nginx")).isTrue();
        assertThat(index.known("nginx:amd64")).isTrue();
        assertThat(index.known("ssh-server")).isTrue();
        assertThat(index.known("ngnix")).isFalse();
        assertThat(index.near("ngnix")).contains("nginx");
        assertThat(index.near("zzzzzz")).isEmpty();
        assertThat(index.unitsReady()).isFalse();
    }

    @Test
    void unitsComeThroughWhatPackagesNeed() {
        var web =
                new IndexedPackage(
                        new PackageEntry("web", "1", "web", 1, ""),
                        List.of("common", "missing"),
                        List.of(),
                        false);
        var common =
                new IndexedPackage(
                        new PackageEntry("common", "1", "web", 1, ""),
                        List.of("web"),
                        List.of(),
                        false);
        var base =
                new IndexedPackage(
                        new PackageEntry("systemd", "1", "admin", 1, ""),
                        List.of(),
                        List.of(),
                        true);
        var units =
                new PackageIndex(List.of(web, common, base), Optional.empty(), List.of())
                        .withUnits(
                                Map.of(
                                        "common", List.of("web.service"),
                                        "systemd", List.of("systemd-networkd.service")));
        assertThat(units.units(List.of("web")))
                .containsExactly("systemd-networkd.service", "web.service");
        assertThat(units.units(List.of())).containsExactly("systemd-networkd.service");
        assertThat(units.bringing("web.service")).containsExactly("common");
    }
}
