package dev.coppice.model.spec;

import java.util.List;

/**
 * The virtual machine that previews the system.
 *
 * @param memoryMiB memory in MiB, 1024 by default
 * @param cpus virtual CPUs, 2 by default
 * @param forwards host ports (on 127.0.0.1 only) that reach the guest
 * @param nics network cards, 1 by default; the forwards lead to the first
 */
public record Machine(int memoryMiB, int cpus, List<Forward> forwards, int nics) {

    public Machine {
        forwards = List.copyOf(forwards);
    }

    /** TCP {@code 127.0.0.1:hostPort} on the host reaches {@code guestPort} in the guest. */
    public record Forward(int hostPort, int guestPort) {}
}
