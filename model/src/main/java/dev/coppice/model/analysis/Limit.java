package dev.coppice.model.analysis;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a list of findings short. The first ones stay, errors before others, so that neither the
 * first error nor the fact that there are errors is ever lost; a last finding tells how many more
 * there are.
 *
 * @param most how many findings are kept
 */
record Limit(int most) {

    List<Diagnostic> apply(List<Diagnostic> sorted) {
        if (sorted.size() <= most) {
            return sorted;
        }
        long errors = sorted.stream().filter(Limit::isError).count();
        long others = Math.max(0, most - errors);
        var kept = new ArrayList<Diagnostic>();
        Diagnostic dropped = null;
        int keptErrors = 0;
        int keptOthers = 0;
        for (Diagnostic d : sorted) {
            boolean keep = isError(d) ? keptErrors < most : keptOthers < others;
            if (keep) {
                kept.add(d);
                keptErrors += isError(d) ? 1 : 0;
                keptOthers += isError(d) ? 0 : 1;
            } else if (dropped == null) {
                dropped = d;
            }
        }
        Diagnostic rest = rest(dropped, sorted.size() - kept.size());
        int at = 0;
        while (at < kept.size() && kept.get(at).range().start() <= rest.range().start()) {
            at++;
        }
        kept.add(at, rest);
        return kept;
    }

    private static boolean isError(Diagnostic d) {
        return d.severity() == Severity.ERROR;
    }

    private static Diagnostic rest(Diagnostic first, int count) {
        return new Diagnostic(
                DiagnosticCode.MORE_FINDINGS.id(),
                DiagnosticCode.MORE_FINDINGS.severity(),
                YamlPath.ROOT,
                first.range(),
                first.start(),
                "there are " + count + " more findings",
                "Mend the ones that are shown first.",
                List.of());
    }
}
