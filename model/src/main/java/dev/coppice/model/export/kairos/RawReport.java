package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.Phrase;
import dev.coppice.model.export.Report;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

/** What becomes of the raw settings for Kairos: those that it would ignore or lose are said. */
final class RawReport {

    private static final YamlPath RAW = YamlPath.of("targets", "kairos");

    /** It says nothing of what becomes of a setting. */
    private static final String QUIET = "kairos-quiet-bundles";

    private RawReport() {}

    static void write(YNode tree, Report report) {
        tree.at(RAW)
                .ifPresent(
                        raw ->
                                new KairosCheck()
                                        .check(raw, false, group -> true).reversed().stream()
                                                .filter(found -> !found.code().equals(QUIET))
                                                .forEach(finding -> say(finding, report)));
    }

    /** The report has a row for each key, and the first finding of a key is said last. */
    private static void say(KairosFinding finding, Report report) {
        if (finding.path().steps().isEmpty()
                || !(finding.path().steps().getFirst() instanceof YamlPath.Key(String name))) {
            return;
        }
        YamlPath key = RAW.key(name);
        String said = finding.path() + ": " + Phrase.of(finding.message(), finding.help());
        if (finding.severity() == Severity.ERROR) {
            report.dropped(key, said);
        } else {
            report.approximated(key, said);
        }
    }
}
