package dev.coppice.runner.vm;

import dev.coppice.model.spec.Machine.Forward;
import dev.coppice.runner.job.ProblemException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of this host that machines are reached by. */
final class HostPorts {

    private HostPorts() {}

    /**
     * Finds out by trying whether a port can be forwarded.
     *
     * @throws ProblemException when it cannot
     */
    static void check(Forward forward) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var _ = new ServerSocket(forward.hostPort(), 1, loopback)) {
            return;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw new ProblemException(
                    MachineProblems.portTaken(
                            forward,
                            reason.contains("Permission")
                                    ? "an ordinary user may not use ports below 1024"
                                    : "it is already in use"));
        }
    }
}
