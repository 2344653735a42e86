package dev.coppice.app.compose.explain;

import dev.coppice.model.explain.Proof;
import dev.coppice.runner.guest.ExecResult;

/**
 * Judges what a machine answered to the command that proves a field.
 *
 * @param generation what the machine runs
 * @param current whether that was built from the text as it is now
 */
record Verdict(int generation, boolean current) {

    /** So many characters of an answer are shown. */
    private static final int SHOWN = 4000;

    Outcome of(Proof proof, ExecResult result) {
        String output = (result.output() + result.errors()).stripTrailing();
        boolean good = proof.holds(result.exitCode(), result.output());
        return new Outcome(head(proof, result, good), shown(output), good);
    }

    private String head(Proof proof, ExecResult result, boolean good) {
        String status = "Generation " + generation + " · exit status " + result.exitCode();
        if (good) {
            return proof.expects().isPresent() ? "As the text says. " + status : status;
        }
        return proof.expects()
                        .map(text -> "Expected “" + text.strip() + "”. ")
                        .orElse("Not as the text says. ")
                + status
                + (current ? "" : ", built from another text");
    }

    private static String shown(String output) {
        if (output.isEmpty()) {
            return "(nothing printed)";
        }
        return output.length() > SHOWN
                ? output.substring(0, SHOWN)
                        + "\n… and "
                        + (output.length() - SHOWN)
                        + " more characters"
                : output;
    }
}
