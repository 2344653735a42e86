package dev.coppice.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class HumanTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "400, 0.4 s",
        "9949, 9.9 s",
        "9950, 10 s",
        "42000, 42 s",
        "59600, 1 min 00 s",
        "125000, 2 min 05 s",
        "3840000, 1 h 04 min",
        "-5, 0.0 s"
    })
    void durations(long millis, String words) {
        assertThat(Human.duration(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "7, 0:07", "750, 12:30", "3845, 1:04:05"})
    void clocks(long seconds, String words) {
        assertThat(Human.clock(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "4200000, 4.2 MB",
        "140300000, 140 MB",
        "999600, 1.0 MB",
        "-40960, −41 kB"
    })
    void sizes(long bytes, String words) {
        assertThat(Human.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T20:59:30Z, just now",
        "2026-11-22T20:55:00Z, 5 min ago",
        "2026-11-22T18:00:00Z, 3 h ago",
        "2026-11-21T23:00:00Z, yesterday",
        "2026-11-19T23:00:00Z, 3 days ago",
        "2026-10-01T12:00:00Z, 1 Oct 2026"
    })
    void ages(String then, String words) {
        assertThat(
                        Human.ago(
                                Instant.parse(then),
                                Instant.parse("2026-11-22T21:00:00Z"),
                                ZoneOffset.UTC))
                .isEqualTo(words);
    }

    @Test
    void counts() {
        assertThat(Human.count(1, "package")).isEqualTo("1 package");
        assertThat(Human.count(3, "package")).isEqualTo("3 packages");
        assertThat(Human.count(2, "entry")).isEqualTo("2 entries");
        assertThat(Human.count(2, "key")).isEqualTo("2 keys");
    }
}
