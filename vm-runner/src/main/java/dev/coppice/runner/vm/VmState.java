package dev.coppice.runner.vm;

/** Where a machine is in its life. READY means that the guest agent answers. */
public enum VmState {
    STARTING,
    RUNNING,
    READY,
    STOPPING,
    STOPPED,
    FAILED;

    /** Whether nothing follows. */
    public boolean isEnd() {
        return this == STOPPED || this == FAILED;
    }
}
