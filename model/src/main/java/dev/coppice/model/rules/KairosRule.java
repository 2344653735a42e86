package dev.coppice.model.rules;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.kairos.KairosCheck;
import dev.coppice.model.export.kairos.KairosFinding;
import dev.coppice.model.rules.known.Lazy;
import dev.coppice.model.yaml.YamlPath;

import java.util.Set;
import java.util.function.Consumer;

/** The raw settings for Kairos are some that it reads: it takes others without a word. */
final class KairosRule implements Rule {

    /** What is found in the text already. */
    private static final Set<String> KNOWN = Set.of("kairos-key-twice");

    private final Lazy<KairosCheck> check = new Lazy<>(KairosCheck::new);

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.root()
                .record("targets")
                .raw("kairos")
                .ifPresent(
                        raw ->
                                check.get().check(raw, false).stream()
                                        .filter(found -> !KNOWN.contains(found.code()))
                                        .map(KairosRule::finding)
                                        .forEach(findings));
    }

    private static Finding finding(KairosFinding found) {
        YamlPath path = YamlPath.of("targets", "kairos");
        for (YamlPath.Step step : found.path().steps()) {
            path =
                    switch (step) {
                        case YamlPath.Key key -> path.key(key.name());
                        case YamlPath.Index index -> path.index(index.index());
                    };
        }
        DiagnosticCode code =
                found.severity() == Severity.ERROR
                        ? DiagnosticCode.KAIROS_LOST
                        : DiagnosticCode.KAIROS_IGNORED;
        String message = found.message().replaceFirst("\\.$", "");
        YamlPath at = path;
        Fix[] fixes =
                found.instead().stream().map(name -> Fixes.rename(at, name)).toArray(Fix[]::new);
        return found.aboutKey()
                ? Finding.atKey(path, code, message, found.help(), fixes)
                : Finding.at(path, code, message, found.help(), fixes);
    }
}
