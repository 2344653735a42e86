package dev.coppice.app.session;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.Finding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tools of targets said last of each project: it holds for one text and the files that it
 * includes, and for no other. May be used from any thread.
 */
public final class Evaluated {

    private final Map<Path, Verdict> verdicts = new ConcurrentHashMap<>();

    private record Verdict(String text, Map<String, String> included, List<Finding> findings) {

        boolean isOf(Analysis analysis) {
            return text.equals(analysis.text().content())
                    && included.equals(analysis.inheritance().contents());
        }
    }

    /** Keeps what was found; nothing, when the spec was taken or nobody could say. */
    public void put(Path folder, Analysis analysis, List<Finding> findings) {
        verdicts.put(
                folder,
                new Verdict(
                        analysis.text().content(),
                        Map.copyOf(analysis.inheritance().contents()),
                        List.copyOf(findings)));
    }

    /** Forgets what was found in a project. */
    public void forget(Path folder) {
        verdicts.remove(folder);
    }

    /** Whether the tools have been asked about this very text. */
    public boolean knows(Path folder, Analysis analysis) {
        Verdict verdict = verdicts.get(folder);
        return verdict != null && verdict.isOf(analysis);
    }

    /** What was found in this very text. */
    public List<Finding> of(Path folder, Analysis analysis) {
        Verdict verdict = verdicts.get(folder);
        return verdict != null && verdict.isOf(analysis) ? verdict.findings() : List.of();
    }
}
