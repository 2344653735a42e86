package dev.coppice.app.build;

/** Where one step is. */
public enum StepState {
    /** Its layer is in the store: nothing to do. */
    READY,
    WAITING,
    RUNNING,
    DONE,
    REUSED,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen to it. */
    public boolean over() {
        return this == DONE || this == REUSED || this == FAILED || this == CANCELLED;
    }
}
