package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlPath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes Kairos pass over a whole file: its first line, its size, its form. */
public final class FileCheck {

    /** Bytes of a file that Kairos 4.2 still reads: one megabyte. */
    public static final int LARGEST = 1_000_000;

    private static final Pattern HEADER = Pattern.compile("#(cloud|kairos|node)-config\\s*");
    private static final String OWN = "#cloud-config";

    /** Checks a file. */
    public List<KairosFinding> check(SpecText text, ParsedYaml parsed) {
        var findings = new KairosFindings();
        header(text, findings);
        if (text.content().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            error(
                    findings,
                    "kairos-too-large",
                    "Kairos passes over files of more than 1 MB.",
                    "Make large files a part of the image, or divide the cloud-config.");
        }
        boolean several =
                parsed.problems().stream()
                        .anyMatch(p -> p.code().equals(DiagnosticCode.YAML_DOCUMENTS.id()));
        if (several) {
            error(
                    findings,
                    "kairos-documents",
                    "The file holds several documents, of which Kairos reads the first alone.",
                    "Make one of them, or a file for each.");
        } else if (!parsed.complete()) {
            error(
                    findings,
                    "kairos-bad-yaml",
                    "The file is no YAML document. Kairos then runs no stage of any file in its"
                            + " folder.",
                    "Mend the syntax; a text that begins with {{ needs quotes.");
        }
        if (parsed.root().filter(root -> !(root instanceof YMap)).isPresent()) {
            error(
                    findings,
                    "kairos-bad-yaml",
                    "The file holds no settings: it is no mapping.",
                    "Write keys and values.");
        }
        return findings.all();
    }

    private static void header(SpecText text, KairosFindings findings) {
        Optional<String> first = text.content().lines().findFirst();
        if (first.filter(line -> HEADER.matcher(line).matches()).isEmpty()) {
            error(
                    findings,
                    "kairos-no-header",
                    "Kairos ignores the file's users and install settings: its first line is not "
                            + OWN
                            + ".",
                    "Write " + OWN + " on the first line.");
        } else if (!first.get().startsWith(OWN)) {
            error(
                    findings,
                    "kairos-other-header",
                    "Behind this first line Kairos installs as the file says, but makes none of"
                            + " its users, files and names at the start.",
                    "Write " + OWN + " on the first line.");
        }
    }

    private static void error(KairosFindings findings, String code, String message, String help) {
        findings.error(new Saying(code, message, help), YamlPath.ROOT);
    }
}
