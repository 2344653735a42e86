package dev.coppice.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.nixos.OptionSource;
import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What rules say once the release's list of packages is at hand. */
class PackageRuleTest {

    private static final PackageIndex BOOKWORM =
            new PackageIndex(
                    List.of(
                            one("nginx", List.of("nginx-common"), List.of("httpd-cgi", "web")),
                            one("nginx-common", List.of(), List.of()),
                            one("caddy", List.of(), List.of("web")),
                            one("httpie", List.of(), List.of()),
                            one("libc6", List.of(), List.of()),
                            one("zsh", List.of(), List.of()),
                            one("es-shell", List.of(), List.of()),
                            one("dashy", List.of(), List.of()),
                            one("workplace", List.of("zsh", "sudo", "openssh-server"), List.of()),
                            one("sudo", List.of(), List.of()),
                            one("openssh-server", List.of(), List.of()),
                            one("postgresql", List.of("postgresql-15"), List.of()),
                            one("postgresql-15", List.of(), List.of())));

    /** What the analyzer asked for. */
    private final List<String> asked = new ArrayList<>();

    private final PackageSource source =
            (release, mirror) -> {
                asked.add(release + mirror.map(m -> " " + m).orElse(""));
                return release.equals("bookworm") ? BOOKWORM : PackageFacts.NONE;
            };

    private static IndexedPackage one(String name, List<String> depends, List<String> provides) {
        return new IndexedPackage(new PackageEntry(name, "1", "misc", 1, ""), depends, provides);
    }

    private List<Diagnostic> found(String body) {
        return analysed(Specs.HEAD + body);
    }

    private List<Diagnostic> analysed(String spec) {
        return new Analyzer(new SpecSchema(), source, OptionSource.NONE)
                .analyze(new SpecText(spec), ProjectFiles.NONE)
                .diagnostics();
    }

    private List<String> messages(String body) {
        return found(body).stream().map(Diagnostic::message).toList();
    }

    @Test
    void aNameThatTheReleaseDoesNotHave() {
        List<Diagnostic> found = found("packages: [nginx, ngnix, \"libc6:i386\", httpd-cgi]\n");
        assertThat(found).extracting(Diagnostic::code).containsExactly("unknown-package");
        assertThat(found.getFirst().path()).hasToString("packages[1]");
        assertThat(found.getFirst().message()).isEqualTo("Debian bookworm has no package `ngnix`");
        assertThat(found.getFirst().help()).isEqualTo("Did you mean `nginx`?");
        assertThat(found.getFirst().fixes())
                .extracting(Fix::label)
                .containsExactly("Write \"nginx\"", "Remove the item");
    }

    @Test
    void withoutAnythingLikeItTheNameCanOnlyGo() {
        List<Diagnostic> found = found("packages: [something-else]\n");
        assertThat(found.getFirst().help()).contains("`repositories`");
        assertThat(found.getFirst().fixes())
                .extracting(Fix::label)
                .containsExactly("Remove the item");
    }

    @Test
    void nothingIsSaidWithoutAListOrWithOtherArchives() {
        String wrong = "packages: [ngnix]\n";
        assertThat(Specs.analyze(Specs.HEAD + wrong).diagnostics()).isEmpty();
        assertThat(analysed(Specs.HEAD.replace("bookworm", "trixie") + wrong)).isEmpty();
        String others = "repositories: [{ name: x, url: https://example.org, suites: [./]";
        assertThat(found(wrong + others + ", key: \"-\" }]\n"))
                .extracting(Diagnostic::code)
                .doesNotContain("unknown-package");
        assertThat(found(wrong + "repositories: [5]\n"))
                .extracting(Diagnostic::code)
                .doesNotContain("unknown-package");
    }

    @Test
    void behindASyntaxErrorThereMayBeOtherArchives() {
        assertThat(found("packages: [ngnix]\nusers: {\n"))
                .extracting(Diagnostic::code)
                .doesNotContain("unknown-package");
    }

    @Test
    void whatSeveralPackagesProvideHasToBeChosen() {
        Diagnostic web = found("packages: [web]\n").getFirst();
        assertThat(web.message()).isEqualTo("`web` is no package but what several provide");
        assertThat(web.help()).isEqualTo("Choose one of them: caddy, nginx.");
        assertThat(web.fixes())
                .extracting(Fix::label)
                .containsExactly("Write \"caddy\"", "Write \"nginx\"");
    }

    @Test
    void aNameOfAnotherSystemIsOneFinding() {
        assertThat(found("packages: [httpd]\n"))
                .extracting(Diagnostic::code)
                .containsExactly("other-name");
    }

    @Test
    void theListIsTheOneOfTheReleaseAndMirrorAndOnlyAskedForWithPackages() {
        found("hostname: a\n");
        assertThat(asked).isEmpty();
        analysed(
                "spec: 1\nname: a\nbase: { distribution: debian, release: trixie,"
                        + " mirror: http://mirror.example.org/debian }\npackages: [nginx]\n");
        assertThat(asked).containsExactly("trixie http://mirror.example.org/debian");
    }

    @Test
    void whatPackagesDependOnIsThere() {
        String users =
                """
                users:
                  - name: alice
                    shell: /usr/bin/zsh
                    groups: [sudo]
                    hashedPassword: $6$abcdefghijklmnop$\
                """
                        + "a".repeat(86)
                        + "\n    sshAuthorizedKeys: []\n";
        String checks = "checks: [{ unit: ssh, is: active }]\n";
        String text = users + "packages: [workplace]\n" + checks;
        assertThat(found(text)).isEmpty();
        assertThat(Specs.analyze(Specs.HEAD + text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("missing-shell", "missing-package", "missing-unit");
    }

    @Test
    void onlyPackagesOfTheReleaseAreProposed() {
        String shell = "packages: [nginx]\nusers: [{ name: alice, shell: /usr/bin/";
        assertThat(messages(shell + "zsh }]\n"))
                .containsExactly("no package here brings the shell `/usr/bin/zsh`");
        assertThat(messages(shell + "nu }]\n"))
                .containsExactly("nothing is known to bring the shell `/usr/bin/nu`");
        assertThat(found(shell + "dashy }]\n").getFirst().help()).startsWith("Add `dashy`");
        Diagnostic unit =
                found("packages: [nginx]\nchecks: [{ unit: apache2, is: active }]\n").getFirst();
        assertThat(unit.code()).isEqualTo("missing-unit");
        assertThat(unit.fixes()).isEmpty();
    }

    @Test
    void veryManyWrongNamesTakeNoTime() {
        var index =
                new PackageIndex(
                        IntStream.range(0, 60_000)
                                .mapToObj(i -> one("package-" + i, List.of(), List.of()))
                                .toList());
        var text = new StringBuilder(Specs.HEAD).append("packages:\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("  - pakcage-").append(100_000 + i).append('\n');
        }
        long start = System.nanoTime();
        var analysis =
                new Analyzer(new SpecSchema(), (release, mirror) -> index, OptionSource.NONE)
                        .analyze(new SpecText(text.toString()), ProjectFiles.NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(analysis.diagnostics()).hasSize(1_001);
        assertThat(analysis.diagnostics())
                .filteredOn(d -> d.help().startsWith("Did you mean"))
                .hasSize(50);
    }
}
