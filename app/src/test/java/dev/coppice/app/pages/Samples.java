package dev.coppice.app.pages;

import dev.coppice.model.diff.Change;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.Software;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Systemd;
import dev.coppice.model.spec.Targets;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckResult.Verdict;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values as builds and boots of a web server gave them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

    private Samples() {}

    static SystemSpec spec(String hostname, String motd) {
        return spec(hostname, motd, List.of(new Machine.Forward(8080, 80)));
    }

    static SystemSpec spec(String hostname, String motd, List<Machine.Forward> forwards) {
        return new SystemSpec(
                "web-01",
                "",
                List.of(),
                new Base("debian", "bookworm"),
                hostname,
                Region.of("Etc/UTC", "C.UTF-8", "us"),
                Accounts.none(),
                Software.of(List.of("nginx")),
                List.of(),
                Systemd.plain(),
                new TreeMap<>(),
                Network.plain(),
                List.of(
                        new FileEntry(
                                "/etc/motd", new FileEntry.Inline(motd), 0644, "root", "root")),
                new Kernel(List.of(), List.of(), new TreeMap<>()),
                Storage.plain(),
                Targets.none(),
                List.of(),
                new Machine(1024, 2, forwards, 1));
    }

    static BuildRequest request() {
        return new BuildRequest(
                new SpecText("spec: 1\nname: web-01\n"), spec("web-01", "Hi\n"), Path.of("."));
    }

    static BuildPlan plan() {
        return new BuildPlan(
                List.of(
                        step(LayerKind.KERNEL, "Linux 6.1 and its modules", true, 0, 58_000_000),
                        step(LayerKind.BASE, "Debian bookworm, minimal", true, 0, 96_000_000),
                        new BuildStep(
                                LayerKind.PACKAGES,
                                "Install nginx, htop",
                                "",
                                false,
                                "The list of packages changed: + htop",
                                Duration.ofSeconds(14),
                                21_000_000),
                        new BuildStep(
                                LayerKind.CONFIG,
                                "Configuration: 14 files",
                                "",
                                false,
                                "The layer below is made anew",
                                Duration.ofMillis(900),
                                42_000)),
                Duration.ofSeconds(15));
    }

    private static BuildStep step(
            LayerKind kind, String title, boolean cached, int seconds, long bytes) {
        return new BuildStep(
                kind,
                title,
                "d" + kind,
                cached,
                "Nothing that it is made from has changed",
                Duration.ofSeconds(seconds),
                bytes);
    }

    static Generation generation(int number, Optional<BootRecord> boot) {
        return new Generation(
                "web-01",
                number,
                NOW.minus(Duration.ofMinutes((long) (6 - number) * (6 - number) * 40)),
                "spec: 1\nname: web-01\nhostname: web-0" + number + "\n",
                List.of(
                        layer(LayerKind.KERNEL, 58_412_000, number > 1, 21_000),
                        layer(LayerKind.BASE, 96_104_448, number > 1, 19_400),
                        layer(LayerKind.PACKAGES, 21_303_296, number != 1 && number != 3, 13_900),
                        new LayerRef(
                                LayerKind.CONFIG,
                                "cfg" + number,
                                40_960 + number * 512L,
                                false,
                                "hostname and /etc/motd changed",
                                Duration.ofMillis(640))),
                "6.1.0-41-amd64",
                Duration.ofMillis(number == 1 ? 55_000 : number == 3 ? 15_200 : 1_300),
                Path.of("/store/web-01/" + number),
                boot);
    }

    private static LayerRef layer(LayerKind kind, long bytes, boolean reused, int millis) {
        return new LayerRef(
                kind,
                "digest-" + kind,
                bytes,
                reused,
                reused ? "nothing that it is made from has changed" : "not in the store yet",
                Duration.ofMillis(reused ? 0 : millis));
    }

    static BootRecord boot(int number, Optional<Path> screenshot) {
        return new BootRecord(
                NOW,
                Duration.ofMillis(14_800 - number * 350L),
                "tcg",
                facts(number),
                checks(true),
                screenshot);
    }

    static Facts facts(int number) {
        var packages = new ArrayList<Facts.PackageFact>();
        for (int i = 0; i < 180; i++) {
            packages.add(new Facts.PackageFact("lib" + i, "1." + i, "amd64", 100));
        }
        packages.add(new Facts.PackageFact("nginx", "1.22.1-9", "amd64", 1400));
        if (number > 2) {
            packages.add(new Facts.PackageFact("htop", "3.2.2-2", "amd64", 400));
        }
        return new Facts(
                "web-0" + number,
                "Debian GNU/Linux 12 (bookworm)",
                "6.1.0-41-amd64",
                packages,
                List.of(
                        new Facts.UnitFact("nginx.service", "active", "running", "enabled"),
                        new Facts.UnitFact("ssh.service", "active", "running", "enabled"),
                        new Facts.UnitFact(
                                "backup.service", number > 2 ? "failed" : "inactive", "dead", "")),
                List.of(
                        new Facts.PortFact("tcp", "0.0.0.0", 80, "nginx"),
                        new Facts.PortFact("tcp", "0.0.0.0", 22, "sshd")),
                List.of(
                        new Facts.UserFact("root", 0, "/bin/bash", List.of()),
                        new Facts.UserFact("alice", 1000, "/bin/bash", List.of("sudo"))),
                Map.of("kernel", 2_900L, "userspace", 9_400L, "total", 12_300L),
                118 + number,
                "running",
                Map.of());
    }

    static List<CheckResult> checks(boolean passed) {
        return List.of(
                new CheckResult("nginx.service is active", Verdict.PASSED, "active (running)"),
                new CheckResult(
                        "http://localhost/ answers 200 and contains Welcome",
                        passed ? Verdict.PASSED : Verdict.FAILED,
                        passed ? "200, found" : "200, but the body does not contain Welcome"),
                new CheckResult("boots within 30 s", Verdict.PASSED, "14.1 s"));
    }

    static List<Change> changes() {
        return List.of(
                new Change(
                        Change.Kind.CHANGED,
                        "hostname",
                        "hostname",
                        "web-01",
                        "web-02",
                        YamlPath.of("hostname")),
                new Change(
                        Change.Kind.ADDED,
                        "packages",
                        "package htop",
                        "",
                        "htop",
                        YamlPath.of("packages", 1)),
                new Change(
                        Change.Kind.CHANGED,
                        "files",
                        "file /etc/motd: content",
                        "Welcome\n",
                        "Welcome to the new server\n",
                        YamlPath.of("files", 0)));
    }
}
