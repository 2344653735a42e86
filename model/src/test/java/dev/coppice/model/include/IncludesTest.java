package dev.coppice.model.include;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a spec includes lies under what it says, and every finding leads to its place. */
class IncludesTest {

    private static final String COMMON =
            """
            # for every machine
            packages: [htop, curl]
            users:
              - name: alice
                groups: [sudo]
                shell: /bin/sh
              - name: bob
            network:
              firewall: { allowTcp: [22] }
            checks:
              - { unit: ssh }
            timezone: Europe/London
            targets: { nixos: { a.b: 1, c: { d: 1 } } }
            """;

    private static SystemSpec spec(String body, Map<String, String> files) {
        Analysis analysis = Specs.analyze(Specs.HEAD + body, files);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
    }

    private static List<Diagnostic> findings(String body, Map<String, String> files) {
        return Specs.analyze(Specs.HEAD + body, files).diagnostics();
    }

    @Test
    void whatIsIncludedCountsLikeWhatIsWritten() {
        SystemSpec spec = spec("includes: [common.yaml]\n", Map.of("common.yaml", COMMON));

        assertThat(spec.software().packages()).containsExactly("htop", "curl");
        assertThat(spec.accounts().users()).extracting(User::name).containsExactly("alice", "bob");
        assertThat(spec.region().timezone()).isEqualTo("Europe/London");
        assertThat(spec.includes()).containsExactly("common.yaml");
    }

    @Test
    void theIncluderWinsAndListsAreJoined() {
        SystemSpec spec =
                spec(
                        """
                        includes: [common.yaml]
                        packages: [nginx, htop]
                        timezone: Asia/Tokyo
                        users:
                          - name: carol
                          - name: alice
                            shell: /bin/bash
                            groups: [adm]
                        network: { firewall: { allowTcp: [80] }, nameservers: [9.9.9.9] }
                        checks: [{ unit: ssh }]
                        targets: { nixos: { c: { d: 2, e: 3 } } }
                        """,
                        Map.of("common.yaml", COMMON));

        assertThat(spec.software().packages()).containsExactly("htop", "curl", "nginx");
        assertThat(spec.region().timezone()).isEqualTo("Asia/Tokyo");
        assertThat(spec.accounts().users())
                .extracting(User::name)
                .containsExactly("alice", "bob", "carol");
        User alice = spec.accounts().users().getFirst();
        assertThat(alice.shell()).isEqualTo("/bin/bash");
        assertThat(alice.groups()).containsExactly("sudo", "adm");
        assertThat(spec.network().firewall().orElseThrow().allowTcp())
                .extracting(Object::toString)
                .containsExactly("22", "80");
        assertThat(spec.network().nameservers()).containsExactly("9.9.9.9");
        assertThat(spec.checks()).hasSize(2);
        assertThat(((RawValue.Fields) spec.targets().nixos().fields().get("c")).fields())
                .containsOnlyKeys("d", "e")
                .containsEntry("d", new RawValue.Scalar(RawValue.Type.INT, "2"));
    }

    @Test
    void laterFilesLieOverEarlierOnesAndEachCountsOnce() {
        Map<String, String> files =
                Map.of(
                        "a.yaml", "includes: [sub/c.yaml]\nkeyboard: gb\nlocale: de_DE.UTF-8\n",
                        "b.yaml", "includes: [sub/c.yaml]\nkeyboard: de\n",
                        "sub/c.yaml", "keyboard: fr\nchecks: [{ port: 22 }]\n");

        SystemSpec spec = spec("includes: [a.yaml, b.yaml]\n", files);

        assertThat(spec.region().keyboard()).isEqualTo("de");
        assertThat(spec.region().locale()).isEqualTo("de_DE.UTF-8");
        assertThat(spec.checks()).hasSize(1);
        assertThat(spec.includes()).containsExactly("sub/c.yaml", "a.yaml", "b.yaml");
    }

    @Test
    void ofKeysThatExcludeEachOtherTheIncludersIsMeant() {
        SystemSpec spec =
                spec(
                        "includes: [a.yaml]\nfiles: [{ path: /etc/motd, content: mine }]\n",
                        Map.of(
                                "a.yaml",
                                "files: [{ path: /etc/motd, source: motd, mode: \"0600\" }]\n",
                                "motd",
                                "x"));

        assertThat(spec.files()).hasSize(1);
        assertThat(spec.files().getFirst().mode()).isEqualTo(0600);
    }

    @Test
    void aKeyWithoutValueTakesNothingAway() {
        SystemSpec spec =
                spec("packages:\nincludes: [common.yaml]\n", Map.of("common.yaml", COMMON));

        assertThat(spec.software().packages()).containsExactly("htop", "curl");
    }

    @Test
    void whatIsRequiredMayBeIncluded() {
        String base = "name: web\nbase: { distribution: debian, release: trixie }\n";

        assertThat(Specs.analyze("spec: 1\nincludes: [a.yaml]\n", Map.of("a.yaml", base)).spec())
                .isPresent();
    }

    @Test
    void aFindingOfAnIncludedFileIsShownAtItsItem() {
        String body = "includes:\n  - good.yaml\n  - bad.yaml\n";
        List<Diagnostic> found =
                findings(
                        body,
                        Map.of(
                                "good.yaml",
                                "packages: [htop]\n",
                                "bad.yaml",
                                "# c\nusers:\n  - name: alice\n    shel: /bin/sh\n"));

        assertThat(found).hasSize(1);
        Diagnostic only = found.getFirst();
        assertThat(only.code()).isEqualTo("unknown-key");
        assertThat(only.path()).isEqualTo(YamlPath.of("includes", 1));
        assertThat(only.start()).isEqualTo(new Position(6, 5));
        assertThat(only.message()).startsWith("bad.yaml:4:5: unknown key `shel`");
        assertThat(only.fixes()).isEmpty();
    }

    @Test
    void aNestedFileIsShownAtTheItemThatLeadsToIt() {
        List<Diagnostic> found =
                findings(
                        "includes: [a.yaml]\n",
                        Map.of("a.yaml", "includes: [b.yaml]\n", "b.yaml", "hostname: [\n"));

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.path()).isEqualTo(YamlPath.of("includes", 0)))
                .allSatisfy(d -> assertThat(d.message()).startsWith("b.yaml:"));
    }

    @Test
    void rulesSeeTheWholeSpec() {
        String common = "network: { firewall: { allowTcp: [22] } }\n";
        String body = "includes: [a.yaml]\nmachine: { forward: [\"8080:80\"] }\n";

        Optional<Diagnostic> found =
                findings(body, Map.of("a.yaml", common)).stream()
                        .filter(d -> d.code().equals("forward-blocked"))
                        .findFirst();

        assertThat(found.orElseThrow().path()).isEqualTo(YamlPath.of("machine", "forward", 0));
    }

    @Test
    void fixesAreForTheFileThatIsOpen() {
        String text =
                Specs.HEAD
                        + "includes: [common.yaml]\nusers:\n  - name: carol\n    shel: /bin/sh\n";

        Diagnostic found =
                Specs.analyze(text, Map.of("common.yaml", COMMON)).diagnostics().stream()
                        .filter(d -> d.code().equals("unknown-key"))
                        .findFirst()
                        .orElseThrow();

        assertThat(found.path()).isEqualTo(YamlPath.of("users", 0, "shel"));
        Fix fix = found.fixes().getFirst();
        var patched =
                (PatchResult.Patched)
                        new YamlPatcher().patch(new SpecText(text), fix.label(), fix.ops());
        assertThat(new SpecText(text).apply(patched.batch()).content())
                .contains("    shell: /bin/sh\n");
    }

    @Test
    void saysWhereAValueComesFrom() {
        Analysis analysis =
                Specs.analyze(
                        Specs.HEAD + "includes: [common.yaml]\n", Map.of("common.yaml", COMMON));

        Inherited zone = analysis.inheritance().at(YamlPath.of("timezone")).orElseThrow();
        assertThat(zone.file()).isEqualTo("common.yaml");
        assertThat(zone.position()).isEqualTo(new Position(12, 11));
        assertThat(analysis.inheritance().at(YamlPath.of("users", 1, "name")))
                .hasValueSatisfying(
                        name -> assertThat(name.position()).isEqualTo(new Position(7, 11)));
        assertThat(analysis.inheritance().at(YamlPath.of("hostname"))).isEmpty();
    }

    @Test
    void aFileThatIsNoSpecIsRefused() {
        assertThat(findings("includes: [a.yaml]\n", Map.of("a.yaml", "- x\n")))
                .extracting(Diagnostic::code)
                .containsExactly("wrong-type");
        assertThat(findings("includes: [a.yaml]\n", Map.of("a.yaml", "spec: 2\n")))
                .extracting(Diagnostic::message)
                .containsExactly("a.yaml:1:7: an included file must be of version 1 too");
        assertThat(findings("includes: [a.yaml]\n", Map.of("a.yaml", "# nothing\n"))).isEmpty();
        assertThat(findings("includes: [a.yaml]\n", Map.of("a.yaml", "includes: b.yaml\n")))
                .extracting(Diagnostic::message)
                .containsExactly("a.yaml:1:11: `includes` must be a list");
    }
}
