package dev.coppice.model.analysis;

import dev.coppice.model.diag.DiagnosticCode;

/**
 * A finding's examples.
 *
 * @param code the finding
 * @param bad a whole spec that has it once and nothing else; « and » stand around the place
 * @param good a whole spec that is almost the same and has nothing
 */
record Case(DiagnosticCode code, String bad, String good) {

    String text() {
        return bad.replace("«", "").replace("»", "");
    }

    int start() {
        return bad.indexOf('«');
    }

    int end() {
        return bad.indexOf('»') - 1;
    }

    @Override
    public String toString() {
        String marked = bad.substring(Math.max(0, start()), Math.min(bad.length(), end() + 2));
        return code.id() + " " + marked.replace("\n", "⏎");
    }
}
