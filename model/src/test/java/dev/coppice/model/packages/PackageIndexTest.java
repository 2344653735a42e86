package dev.coppice.model.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

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
                            one("nginx", "web", "small, powerful, scalable web/proxy server")));

    private static IndexedPackage one(String name, String section, String summary) {
        return new IndexedPackage(
                new PackageEntry(name, "1", section, 1, summary),
                name.equals("ssh") ? List.of("openssh-server", "missing") : List.of(),
                name.equals("ssh") ? List.of("ssh-server") : List.of());
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
        assertThat(index.near("ng")).isEmpty();
    }

    @Test
    void packagesBringWhatTheyDependOn() {
        assertThat(index.withDependencies(List.of("ssh:amd64", "nginx", "nothing")))
                .containsExactlyInAnyOrder("ssh", "openssh-server", "missing", "nginx", "nothing");
        assertThat(PackageFacts.NONE.withDependencies(List.of("ssh"))).containsExactly("ssh");
    }

    @Test
    void packagesThatDependOnEachOtherEnd() {
        var round =
                new PackageIndex(
                        List.of(
                                needs("a", "b"),
                                needs("b", "c"),
                                needs("c", "a"),
                                needs("d", "d")));
        assertThat(round.withDependencies(List.of("a"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(round.withDependencies(List.of("d"))).containsExactly("d");
    }

    @Test
    void ofSeveralVersionsTheFirstCounts() {
        var twice =
                new PackageIndex(
                        List.of(
                                needs("b"),
                                new IndexedPackage(
                                        new PackageEntry("a", "2", "web", 1, "new"),
                                        List.of(),
                                        List.of()),
                                needs("a")));
        assertThat(twice.size()).isEqualTo(2);
        assertThat(twice.find("a")).map(PackageEntry::version).contains("2");
    }

    private static IndexedPackage needs(String name, String... depends) {
        return new IndexedPackage(
                new PackageEntry(name, "1", "web", 1, ""), List.of(depends), List.of());
    }
}
