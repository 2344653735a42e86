package dev.coppice.runner.host;

/**
 * What was found out about one need.
 *
 * @param code stable short name, {@code tool-mmdebstrap}
 * @param title the need in words
 * @param state how it stands
 * @param detail what was found
 * @param advice what to do about it; empty when all is well
 */
public record Finding(String code, String title, State state, String detail, String advice) {

    /** How a need stands. */
    public enum State {
        /** All is well. */
        OK,
        /** Coppice works, with a limit. */
        LIMITED,
        /** Coppice cannot build, or cannot boot. */
        MISSING
    }

    static Finding ok(String code, String title, String detail) {
        return new Finding(code, title, State.OK, detail, "");
    }

    static Finding limited(String code, String title, String detail, String advice) {
        return new Finding(code, title, State.LIMITED, detail, advice);
    }

    static Finding missing(String code, String title, String detail, String advice) {
        return new Finding(code, title, State.MISSING, detail, advice);
    }
}
