package dev.coppice.model.export.kairos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list of what Kairos 4.2 and yip take in silence, in words, and for each entry the smallest
 * cloud-config that falls into it, the finding that it has, and almost the same file without.
 */
class SilentFailuresTest {

    private static final Predicate<String> IMAGE = Set.of("root", "sudo", "video")::contains;

    static List<Trap> traps() {
        return Stream.of(
                        QuietFiles.files(),
                        QuietFiles.keys(),
                        QuietFiles.people(),
                        QuietSteps.steps(),
                        QuietSteps.installations())
                .flatMap(List::stream)
                .toList();
    }

    private final KairosCheck check = new KairosCheck();

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void everyOneHasItsFinding(Trap trap) {
        assertThat(check.check(new SpecText(trap.bad()), IMAGE))
                .extracting(found -> found.code() + " at " + found.path())
                .contains(trap.code() + " at " + trap.path());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void thereIsNoneWhereNothingIsLost(Trap trap) {
        assertThat(check.check(new SpecText(trap.good()), IMAGE))
                .extracting(found -> found.code() + " at " + found.path())
                .doesNotContain(trap.code() + " at " + trap.path());
    }

    @Test
    void allSayWhatToDo() {
        for (Trap trap : traps()) {
            assertThat(check.check(new SpecText(trap.bad()), IMAGE))
                    .allSatisfy(
                            found -> {
                                assertThat(found.message()).endsWith(".");
                                assertThat(found.help()).matches(".*[.?]");
                            });
        }
    }
}
