package dev.coppice.runner.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.LayerKind;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class LockChangeTest {

    private static final Instant DATE = Instant.parse("2026-11-29T00:53:13Z");
    private static final String MAIN = "http://deb.debian.org/debian";
    private static final String SECURITY = "http://security.debian.org/debian-security";

    private static LockedPackage one(String archive, String name, String version, long size) {
        return new LockedPackage(
                name,
                version,
                "amd64",
                name,
                size,
                Digests.of(name + version),
                archive,
                "pool/" + name + ".deb");
    }

    private static SystemLock lock(LockedPackage... packages) {
        List<LockedSuite> suites =
                Stream.of(
                                new LockedSuite(MAIN, "bookworm", DATE, Optional.empty(), "aa"),
                                new LockedSuite(
                                        SECURITY,
                                        "bookworm-security",
                                        DATE.plusSeconds(60),
                                        Optional.of(DATE.plusSeconds(600)),
                                        "bb"))
                        .toList();
        return new SystemLock("bookworm", "amd64", suites, List.of())
                .with(new LockedLayer(LayerKind.BASE, "asked", DATE, List.of(packages)));
    }

    @Test
    void securityFixesComeFirstAndNewPackagesAreNone() {
        SystemLock before =
                lock(
                        one(MAIN, "bash", "1", 100),
                        one(MAIN, "openssl", "1", 100),
                        one(MAIN, "gone", "1", 7),
                        one(MAIN, "same", "1", 7));
        SystemLock after =
                lock(
                        one(MAIN, "bash", "2", 90),
                        one(SECURITY, "openssl", "2", 130),
                        one(SECURITY, "fresh", "1", 5),
                        one(MAIN, "same", "1", 7));
        List<LockChange> changes = LockChange.between(before, after);
        assertThat(changes)
                .extracting(LockChange::name)
                .containsExactly("openssl", "bash", "fresh", "gone");
        assertThat(changes)
                .extracting(LockChange::security)
                .containsExactly(true, false, false, false);
        assertThat(changes).extracting(LockChange::sizeChange).containsExactly(30L, -10L, 5L, -7L);
    }

    @Test
    void theTextOfALockIsReadAsTheSameLock() throws Exception {
        SystemLock lock = lock(one(MAIN, "g++", "4:12.2", 3), one(SECURITY, "apt", "2~x", 4));
        String text = LockFile.text(lock);
        assertThat(LockFile.parse(text, "x")).isEqualTo(lock);
        assertThat(text.lines().filter(line -> line.contains("\"g++\""))).hasSize(1);
        assertThat(lock.date()).contains(DATE.plusSeconds(60));
    }

    @Test
    void whatIsNoLockIsRefusedWithItsName() {
        String good = LockFile.text(lock(one(MAIN, "apt", "1", 3)));
        for (String bad :
                List.of(
                        "",
                        "[]",
                        "null",
                        "{",
                        good.replace("\"format\": 1", "\"format\": 2"),
                        good.replace("\"name\":\"apt\"", "\"name\":\"../apt\""),
                        good.replace("\"layer\": \"base\"", "\"layer\": \"roof\""),
                        good.replace(Digests.of("apt1"), "12"),
                        good.replace("2026-11-29T00:53:13Z", "yesterday"))) {
            assertThatThrownBy(() -> LockFile.parse(bad, "system.lock.json"))
                    .as(bad)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("system.lock.json");
        }
    }
}
