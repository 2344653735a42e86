package dev.coppice.runner.guest;

import java.util.List;
import java.util.Map;

/**
 * What a running machine reported of itself.
 *
 * @param hostname its host name
 * @param osRelease PRETTY_NAME of os-release(5)
 * @param kernel {@code uname -r}
 * @param packages installed packages
 * @param units loaded service, socket and timer units
 * @param ports listening TCP and UDP sockets
 * @param users accounts with uid 0 or from 1000 to 59999
 * @param boot boot times in milliseconds by name: {@code kernel}, {@code userspace}, {@code total}
 * @param memoryUsedMiB memory in use after boot
 */
public record Facts(
        String hostname,
        String osRelease,
        String kernel,
        List<PackageFact> packages,
        List<UnitFact> units,
        List<PortFact> ports,
        List<UserFact> users,
        Map<String, Long> boot,
        long memoryUsedMiB) {

    public Facts {
        packages = List.copyOf(packages);
        units = List.copyOf(units);
        ports = List.copyOf(ports);
        users = List.copyOf(users);
        boot = Map.copyOf(boot);
    }

    /** An installed package. */
    public record PackageFact(String name, String version, long installedKiB) {}

    /**
     * A unit.
     *
     * @param active {@code active}, {@code inactive}, {@code failed}, ...
     * @param sub {@code running}, {@code exited}, ...
     */
    public record UnitFact(String name, String active, String sub) {}

    /** A listening socket; {@code process} is empty for sockets of the kernel. */
    public record PortFact(String protocol, String address, int port, String process) {}

    /** An account. */
    public record UserFact(String name, int uid, String shell, List<String> groups) {}
}
