package dev.coppice.app.build;

/** Where the page's build is in its life. */
public enum BuildState {
    /** Nothing runs; the rows show what a build would do. */
    IDLE,
    RUNNING,
    CANCELLING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether a job is under way. */
    public boolean busy() {
        return this == RUNNING || this == CANCELLING;
    }
}
