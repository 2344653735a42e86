package dev.coppice.runner.guest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a running machine reported of itself.
 *
 * @param hostname its host name
 * @param osRelease PRETTY_NAME of os-release(5)
 * @param kernel {@code uname -r}
 * @param packages installed packages
 * @param units loaded service, socket and timer units, and mounts of fstab(5)
 * @param ports listening TCP and UDP sockets
 * @param users accounts with uid 0 or from 1000 to 59999
 * @param boot boot times in milliseconds by name: {@code kernel}, {@code userspace}, {@code total}
 * @param memoryUsedMiB memory in use after boot
 * @param systemState what {@code systemctl is-system-running} says: {@code running}, {@code
 *     degraded}, ...
 * @param sysctl kernel variables of interest by dotted name
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
        long memoryUsedMiB,
        String systemState,
        Map<String, String> sysctl) {

    public Facts {
        packages = List.copyOf(packages);
        units = List.copyOf(units);
        ports = List.copyOf(ports);
        users = List.copyOf(users);
        boot = Collections.unmodifiableSortedMap(new TreeMap<>(boot));
        sysctl = Collections.unmodifiableSortedMap(new TreeMap<>(sysctl));
    }

    /** An installed package; {@code architecture} is {@code amd64}, {@code all}, ... */
    public record PackageFact(
            String name, String version, String architecture, long installedKiB) {}

    /**
     * A unit.
     *
     * @param active {@code active}, {@code inactive}, {@code failed}, ...
     * @param sub {@code running}, {@code exited}, ...
     * @param enabled what its unit file is: {@code enabled}, {@code static}, {@code masked}, ...;
     *     empty when it has none
     */
    public record UnitFact(String name, String active, String sub, String enabled) {}

    /** A listening socket; {@code process} is empty for sockets of the kernel. */
    public record PortFact(String protocol, String address, int port, String process) {}

    /** An account. */
    public record UserFact(String name, int uid, String shell, List<String> groups) {}
}
