package dev.coppice.model.export.kairos;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YamlParser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what Kairos 4.2 accepts in a cloud-config without a word and then ignores or loses: keys
 * that it does not know, values of another type, files without permissions, installations that it
 * will refuse. Pure and total.
 */
public final class KairosCheck {

    private final KairosKeys table = KairosKeys.table();

    /**
     * Checks a whole cloud-config.
     *
     * @param inImage whether the image has a group; Kairos' own need not be known to it
     */
    public List<KairosFinding> check(SpecText text, Predicate<String> inImage) {
        ParsedYaml parsed = new YamlParser().parse(text);
        var findings = new ArrayList<>(new FileCheck().check(text, parsed));
        if (parsed.root().orElse(null) instanceof YMap root) {
            findings.addAll(check(root, true, inImage));
        }
        return findings;
    }

    /**
     * Checks settings.
     *
     * @param whole whether they are a whole cloud-config, which must have users
     * @param inImage whether the image has a group; Kairos' own need not be known to it
     */
    public List<KairosFinding> check(YNode root, boolean whole, Predicate<String> inImage) {
        var findings = new KairosFindings();
        new KeyCheck(table, findings).check(root);
        new StepCheck(findings).check(root);
        new StepTraps(findings).check(root);
        new NetworkCheck(findings).check(root);
        new LayoutCheck(findings).check(root);
        new PlacesCheck(findings).check(root);
        new PeopleCheck(inImage, findings).check(root);
        new InstallCheck(findings).check(root, whole);
        new ClusterCheck(findings).check(root);
        new RawDiskCheck(findings).check(root);
        return findings.all();
    }
}
