package dev.coppice.runner.vm;

/** How QEMU runs the guest's instructions. */
public enum Accelerator {
    KVM,
    HVF,
    WHPX,
    TCG;

    /**
     * An accelerator and why it was chosen.
     *
     * @param why one sentence for people
     */
    public record Choice(Accelerator accelerator, String why) {}
}
