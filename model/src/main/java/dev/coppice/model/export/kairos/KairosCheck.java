package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what Kairos 4.2 accepts in a cloud-config without a word and then ignores or loses: keys
 * that it does not know, values of another type, files without permissions, installations that it
 * will refuse. Pure and total.
 */
public final class KairosCheck {

    private static final Pattern HEADER = Pattern.compile("#(cloud|kairos|node)-config\\s*");

    private final KairosKeys table = KairosKeys.table();

    /** Checks a whole cloud-config. */
    public List<KairosFinding> check(SpecText text) {
        var findings = new ArrayList<KairosFinding>();
        String first = text.content().lines().findFirst().orElse("");
        if (!HEADER.matcher(first).matches()) {
            findings.add(
                    error(
                            "kairos-no-header",
                            "Kairos ignores the file's users and install settings: its first line"
                                    + " is not #cloud-config.",
                            "Write #cloud-config on the first line."));
        }
        ParsedYaml parsed = new YamlParser().parse(text);
        if (!parsed.complete()) {
            findings.add(
                    error(
                            "kairos-bad-yaml",
                            "The file is no YAML document. Kairos then runs no stage of any file"
                                    + " in its folder.",
                            "Mend the syntax; a text that begins with {{ needs quotes."));
        }
        if (parsed.root().orElse(null) instanceof YMap root) {
            findings.addAll(check(root, true));
        } else if (parsed.root().isPresent()) {
            findings.add(
                    error(
                            "kairos-bad-yaml",
                            "The file holds no settings: it is no mapping.",
                            "Write keys and values."));
        }
        return findings;
    }

    /**
     * Checks settings.
     *
     * @param whole whether they are a whole cloud-config, which must have users
     */
    public List<KairosFinding> check(YNode root, boolean whole) {
        var findings = new ArrayList<KairosFinding>();
        new KeyCheck(table, findings).check(root);
        new StepCheck(findings).check(root);
        new InstallCheck(findings).check(root, whole);
        return findings;
    }

    private static KairosFinding error(String code, String message, String help) {
        return new KairosFinding(code, Severity.ERROR, YamlPath.ROOT, message, help);
    }
}
