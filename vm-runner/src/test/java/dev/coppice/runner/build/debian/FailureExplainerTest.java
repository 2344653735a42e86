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

    @Test
    void anArchiveWithAnotherKeyOrWithoutPackagesIsNamed() {
        String url = "http://a.example/debian";
        for (String line :
                List.of(
                        "E: GPG error: "
                                + url
                                + " stable InRelease: The following signatures"
                                + " couldn't be verified because the public key is not available:"
                                + " NO_PUBKEY 0123",
                        "E: The repository '" + url + " stable InRelease' is not signed.",
                        "Err:7 OpenPGP signature verification failed: "
                                + url
                                + " stable InRelease:"
                                + " Sub-process /usr/bin/sqv returned an error code (1)")) {
            Problem key = explain(line, "E: Failed to fetch " + url, "coppice-error: x: y");
            assertThat(key.code()).as(line).isEqualTo("repository-key");
            assertThat(key.message()).contains(url + " is not signed");
        }
        Problem missing =
                explain("E: The repository '" + url + " ./ Release' does not have a Release file.");
        assertThat(missing.code()).isEqualTo("repository-missing");
        assertThat(missing.message()).contains(url + " ./.");
        assertThat(
                        explain(
                                        "Could not connect to a.example:80",
                                        "E: The repository 'x Release' does not have a Release"
                                                + " file.")
                                .code())
                .isEqualTo("mirror-unreachable");
    }

    @Test
    void aKeyThatHasExpiredIsToldFromAWrongOne() {
        Problem expired =
                explain(
                        "W: GPG error: http://a.example/debian stable InRelease: The following"
                                + " signatures were invalid: EXPKEYSIG 0123456789ABCDEF Test"
                                + " <test@example.org>");
        assertThat(expired.code()).isEqualTo("repository-key-expired");
        assertThat(expired.message()).contains("http://a.example/debian", "expired");
    }
}
