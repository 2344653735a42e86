package dev.coppice.model.export.ci;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** What pipelines have in common: the words above them, and the shell commands of their jobs. */
record Pipeline(SystemSpec spec) {

    /** Where the results of validation are written, as SARIF. */
    static final String FINDINGS = "coppice.sarif";

    /** Where the results of checks are written, as JUnit XML. */
    static final String CHECKS = "coppice-junit.xml";

    private static final String COPPICE = ".coppice/installers/coppice";

    /** The file that is published. */
    String artifact() {
        return spec.name() + ".generation.tar";
    }

    /** Says what it is and what must be there. */
    void head(TextWriter text) {
        text.line("---");
        String title = spec.description().isEmpty() ? "" : ": " + spec.description();
        text.line("# " + spec.name() + title, YamlPath.of("name"), YamlPath.of("description"));
        text.line(
                "# Written by Coppice. Validates system.yaml, builds it, boots it, runs its"
                        + " checks,");
        text.line("# and keeps the generation.");
        text.line("#");
        text.line("# Coppice has no public download yet: COPPICE_REPOSITORY says from which Git");
        text.line(
                "# repository its source is taken. Containers must be privileged, because a build");
        text.line("# mounts its layers; where the runner has /dev/kvm, machines boot in seconds,");
        text.line("# elsewhere in a minute or two.");
    }

    /** Brings git, jq and Coppice. */
    List<String> prepare() {
        return List.of(
                "apt-get update",
                "apt-get install --yes --no-install-recommends ca-certificates git jq",
                "test -n \"$COPPICE_REPOSITORY\" || { echo 'Set the variable COPPICE_REPOSITORY.'"
                        + " >&2; exit 1; }",
                "rm -rf .coppice",
                "git clone --quiet --depth 1 --branch \"$COPPICE_REF\" \"$COPPICE_REPOSITORY\""
                        + " .coppice");
    }

    /** Reports findings. */
    List<String> validate() {
        return List.of(COPPICE + " --yes validate --sarif " + FINDINGS + " \"$COPPICE_PROJECT\"");
    }

    /** Makes a generation, and keeps what was said of it. */
    List<String> build() {
        return List.of(
                COPPICE
                        + " --yes build --project \"$COPPICE_PROJECT\" --format json >"
                        + " generation.json");
    }

    /** Boots the generation and tries its checks. */
    List<String> check() {
        return List.of(
                COPPICE
                        + " --yes check --project \"$COPPICE_PROJECT\" --timeout 20m --junit "
                        + CHECKS);
    }

    /** Packs the generation with its layers, facts and the results of its checks. */
    List<String> publish() {
        return List.of(
                COPPICE
                        + " --yes generations export \"$(jq .number generation.json)\" --project"
                        + " \"$COPPICE_PROJECT\" --force --output "
                        + artifact());
    }

    /** Leaves in the store what the next build can use. */
    List<String> tidy() {
        return List.of(COPPICE + " --yes generations gc --project \"$COPPICE_PROJECT\" --keep 2");
    }

    /** How somebody runs what was published. */
    List<String> usage() {
        return List.of(
                "It holds password hashes and keys as the machine has them: keep it private.",
                "To run it, in the folder of system.yaml:",
                "  coppice generations import " + artifact(),
                "  coppice run");
    }
}
