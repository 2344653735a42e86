package dev.coppice.runner.guest;

/**
 * What became of one check.
 *
 * @param check the check in words, {@code nginx.service is active}
 * @param verdict how it ended
 * @param detail what was found
 */
public record CheckResult(String check, Verdict verdict, String detail) {

    /** How a check ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** The machine could not be asked. */
        UNKNOWN
    }
}
