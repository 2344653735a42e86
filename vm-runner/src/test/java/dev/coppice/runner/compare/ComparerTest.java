package dev.coppice.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diff.Change;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Topic;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ComparerTest {

    private static final YamlPath MOTD = YamlPath.of("files", 0, "content");
    private static final YamlPath NGINX = YamlPath.of("packages", 1);

    private static final List<Change> CHANGES =
            List.of(
                    new Change(
                            Change.Kind.CHANGED,
                            "files",
                            "file /etc/motd: content",
                            "a",
                            "b",
                            MOTD),
                    new Change(Change.Kind.ADDED, "packages", "package nginx", "", "nginx", NGINX));

    private static LayerRef layer(LayerKind kind, String digest, long bytes) {
        return new LayerRef(kind, digest, bytes, true, "", Duration.ZERO);
    }

    private static Generation generation(
            int number, List<LayerRef> layers, Optional<BootRecord> boot) {
        return new Generation(
                "web",
                number,
                Instant.EPOCH,
                "",
                layers,
                "6.1.0",
                Duration.ofSeconds(1),
                Path.of("/store/web/" + number),
                boot);
    }

    private static BootRecord boot(
            Duration ready, List<Facts.PackageFact> packages, List<Facts.UnitFact> units) {
        var facts =
                new Facts(
                        "web",
                        "Debian",
                        "6.1.0",
                        packages,
                        units,
                        List.of(new Facts.PortFact("tcp", "0.0.0.0", 22, "sshd")),
                        List.of(new Facts.UserFact("root", 0, "/bin/bash", List.of())),
                        Map.of("kernel", 4000L, "total", ready.toMillis() - 500),
                        180,
                        "running",
                        Map.of("vm.swappiness", "60"));
        return new BootRecord(
                Instant.EPOCH,
                ready,
                "tcg",
                facts,
                List.of(new CheckResult("port 22 is open", CheckResult.Verdict.PASSED, "open")),
                Optional.empty());
    }

    private static Facts.PackageFact pkg(String name, String version) {
        return new Facts.PackageFact(name, version, "amd64", 1);
    }

    private static GenerationComparison compared() {
        var before =
                new Comparer.Side(
                        generation(
                                1,
                                List.of(
                                        layer(LayerKind.BASE, "b", 80_000_000),
                                        layer(LayerKind.CONFIG, "c1", 4096)),
                                Optional.of(
                                        boot(
                                                Duration.ofSeconds(20),
                                                List.of(pkg("bash", "5.2"), pkg("zlib", "1.2")),
                                                List.of()))),
                        List.of(
                                new ComparedFile(
                                        "/etc/motd",
                                        "0644 root:root",
                                        "one\ntwo\n",
                                        Optional.of("one\ntwo\n"))));
        var after =
                new Comparer.Side(
                        generation(
                                2,
                                List.of(
                                        layer(LayerKind.BASE, "b", 80_000_000),
                                        layer(LayerKind.CONFIG, "c2", 8192)),
                                Optional.of(
                                        boot(
                                                Duration.ofSeconds(26),
                                                List.of(
                                                        pkg("bash", "5.2"),
                                                        pkg("nginx", "1.22"),
                                                        pkg("zlib", "1.3")),
                                                List.of(
                                                        new Facts.UnitFact(
                                                                "nginx.service",
                                                                "active",
                                                                "running",
                                                                "enabled"))))),
                        List.of(
                                new ComparedFile(
                                        "/etc/motd",
                                        "0644 root:root",
                                        "one\n2\n",
                                        Optional.of("one\n2\n"))));
        return Comparer.compare(before, after, CHANGES);
    }

    @Test
    void findsWhatDiffersAndWhichLineOfTheSpecDidIt() {
        GenerationComparison comparison = compared();

        assertThat(comparison.section(Topic.PACKAGES).rows())
                .containsExactly(
                        new Row(
                                Kind.ADDED,
                                "nginx:amd64",
                                "",
                                "1.22",
                                List.of(),
                                Optional.of(NGINX)),
                        new Row(
                                Kind.CHANGED,
                                "zlib:amd64",
                                "1.2",
                                "1.3",
                                List.of(),
                                Optional.empty()));
        assertThat(comparison.section(Topic.PACKAGES).equal()).isEqualTo(1);
        assertThat(comparison.section(Topic.UNITS).rows())
                .containsExactly(
                        new Row(
                                Kind.ADDED,
                                "nginx.service",
                                "",
                                "active (running), enabled",
                                List.of(),
                                Optional.of(NGINX)));
        assertThat(comparison.section(Topic.FILES).rows())
                .containsExactly(
                        new Row(
                                Kind.CHANGED,
                                "/etc/motd",
                                "0644 root:root",
                                "0644 root:root, lines +1 -1",
                                List.of("-two", "+2"),
                                Optional.of(MOTD)));
        assertThat(comparison.section(Topic.PORTS).rows()).isEmpty();
        assertThat(comparison.section(Topic.PORTS).equal()).isEqualTo(1);
        assertThat(comparison.section(Topic.SETTINGS).rows()).hasSize(2);
    }

    @Test
    void showsMeasuresAlsoWhenTheyAreEqual() {
        GenerationComparison comparison = compared();
        assertThat(comparison.section(Topic.BOOT).rows())
                .extracting(Row::kind, Row::subject, Row::before, Row::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.CHANGED, "power-on to ready", "20.0 s", "26.0 s"),
                        org.assertj.core.groups.Tuple.tuple(Kind.SAME, "kernel", "4.0 s", "4.0 s"));
        assertThat(comparison.section(Topic.SIZE).rows())
                .extracting(Row::kind, Row::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.SAME, "base layer"),
                        org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "config layer"),
                        org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "all layers"));
    }

    @Test
    void saysWhatWasNeverBooted() {
        var before = new Comparer.Side(generation(1, List.of(), Optional.empty()), List.of());
        var after = new Comparer.Side(generation(2, List.of(), Optional.empty()), List.of());
        GenerationComparison comparison = Comparer.compare(before, after, List.of());
        assertThat(comparison.section(Topic.UNITS).note())
                .isEqualTo("web generation 1 has not been booted yet: boot it to compare this");
        assertThat(comparison.differences()).isZero();
    }

    @Test
    void writesItselfForPeopleAndForPrograms() {
        String text = ComparisonText.of(compared());
        assertThat(text)
                .startsWith("web generation 1 -> web generation 2\n")
                .contains("  + nginx:amd64: 1.22   [packages[1]]\n")
                .contains("  ~ /etc/motd: ")
                .contains("      -two\n      +2\n")
                .contains("  ~ power-on to ready: 20.0 s -> 26.0 s (+6.0 s)\n")
                .contains("  = base layer: 80.0 MB (the same layer)\n");

        JsonNode json = new JsonMapper().readTree(ComparisonJson.of(compared()));
        assertThat(json.path("before").asString()).isEqualTo("web generation 1");
        assertThat(json.path("sections").size()).isEqualTo(Topic.values().length);
        JsonNode nginx = json.path("sections").path(1).path("rows").path(0);
        assertThat(nginx.path("kind").asString()).isEqualTo("added");
        assertThat(nginx.path("path").asString()).isEqualTo("packages[1]");
    }

    @Test
    void doesNotTakeAPartOfAWordForACause() {
        var causes = new Causes(CHANGES);
        assertThat(causes.of("nginx")).contains(NGINX);
        assertThat(causes.of("nginx.service")).contains(NGINX);
        assertThat(causes.of("nginx-common")).isEmpty();
        assertThat(causes.of("/etc/motd.d/x")).isEmpty();
        assertThat(causes.of("ngin")).isEmpty();
    }
}
