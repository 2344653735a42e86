package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is found in a cloud-config. */
final class KairosFindings {

    private final List<KairosFinding> found = new ArrayList<>();

    /** What is found: its code, what happens, what to do. */
    record Saying(String code, String message, String help) {}

    /** Settings are lost. */
    void error(Saying saying, YamlPath path, Fix... fix) {
        add(Severity.ERROR, saying, path, fix);
    }

    /** A setting has no effect, or another one. */
    void warn(Saying saying, YamlPath path, Fix... fix) {
        add(Severity.WARNING, saying, path, fix);
    }

    /** It depends on what is made of the cloud-config. */
    void note(Saying saying, YamlPath path, Fix... fix) {
        add(Severity.INFO, saying, path, fix);
    }

    private void add(Severity severity, Saying saying, YamlPath path, Fix... fix) {
        add(
                new KairosFinding(
                        saying.code(),
                        severity,
                        path,
                        saying.message(),
                        saying.help(),
                        fix.length == 0 ? Optional.empty() : Optional.of(fix[0])));
    }

    void add(KairosFinding finding) {
        found.add(finding);
    }

    List<KairosFinding> all() {
        return List.copyOf(found);
    }
}
