package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.Test;

import java.util.List;

class FailureExplainerTest {

    private static Problem explain(String... lines) {
        return FailureExplainer.explain(
                "installing packages",
                "ended with code 1",
                List.of(lines),
                List.of("nginx", "nginx-full", "htop"),
                "/store");
    }

    @Test
    void everyKindOfFailureHasItsCode() {
        assertThat(explain("dpkg: error: No space left on device").code()).isEqualTo("disk-full");
        assertThat(explain("E: Failed to fetch http://x  Temporary failure resolving 'x'").code())
                .isEqualTo("mirror-unreachable");
        assertThat(explain("coppice-error: overlay-unavailable: an overlay cannot").code())
                .isEqualTo("overlay-unavailable");
        assertThat(explain("something else").code()).isEqualTo("tool-failed");
    }

    @Test
    void anUnknownPackageIsNamedAndAnotherSuggested() {
        Problem problem = explain("E: Unable to locate package ngnix", "coppice-error: a: b");
        assertThat(problem.code()).isEqualTo("package-unknown");
        assertThat(problem.message()).contains("ngnix");
        assertThat(problem.hint()).contains("Did you mean nginx?");
        assertThat(explain("E: Package 'xyzzy' has no installation candidate").hint())
                .doesNotContain("Did you mean");
    }

    @Test
    void aFullDiskExplainsEverythingElse() {
        assertThat(explain("E: Failed to fetch", "write: No space left on device").code())
                .isEqualTo("disk-full");
    }
}
