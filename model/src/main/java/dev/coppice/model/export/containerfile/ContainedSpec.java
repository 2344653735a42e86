package dev.coppice.model.export.containerfile;

import dev.coppice.model.export.Report;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What of a spec can be inside a container. */
final class ContainedSpec {

    private static final List<String> OWN_KERNEL_VARIABLES =
            List.of("net.", "fs.mqueue.", "kernel.msg", "kernel.sem", "kernel.shm");

    /** Services that mount, load modules or make namespaces: a container may not do that. */
    private static final Set<String> MIGHTY =
            Set.of(
                    "containerd.service",
                    "docker.service",
                    "k3s.service",
                    "k3s-agent.service",
                    "libvirtd.service",
                    "nfs-kernel-server.service",
                    "nfs-server.service");

    private final SystemSpec whole;

    ContainedSpec(SystemSpec whole) {
        this.whole = whole;
    }

    /** Without what belongs to the host: kernel, network, clock, console, disks, containers. */
    SystemSpec spec() {
        return new SystemSpec(
                whole.name(),
                whole.description(),
                whole.includes(),
                whole.base(),
                whole.hostname(),
                region(whole.region()),
                whole.accounts(),
                whole.software(),
                List.of(),
                whole.systemd(),
                whole.sshd(),
                Network.plain(),
                whole.files(),
                new Kernel(List.of(), List.of(), new TreeMap<>()),
                Storage.plain(),
                whole.targets(),
                whole.checks(),
                whole.machine());
    }

    private static Region region(Region region) {
        Region plain = Region.of(region.timezone(), region.locale(), "us");
        return new Region(
                plain.timezone(),
                plain.locale(),
                plain.keyboard(),
                region.locales(),
                region.localeSettings(),
                plain.console(),
                plain.ntp());
    }

    /** Kernel variables that a container has of its own, namespaces(7), podman-run(1). */
    static boolean ownVariable(String key) {
        return OWN_KERNEL_VARIABLES.stream().anyMatch(key::startsWith);
    }

    /** Says of single values that they are lost. */
    void losses(Report report) {
        UnitStates.of(whole).stream()
                .filter(unit -> unit.state() == ServiceState.ENABLED)
                .filter(unit -> MIGHTY.contains(unit.unit()))
                .flatMap(unit -> unit.origins().stream())
                .forEach(
                        service ->
                                report.approximated(
                                        service.key("enabled"),
                                        "systemctl enable; it starts only with rights over the"
                                                + " host: add --privileged to run.sh"));
        whole.kernel().sysctl().keySet().stream()
                .filter(key -> !ownVariable(key))
                .forEach(
                        key ->
                                report.dropped(
                                        YamlPath.of("kernel", "sysctl", key),
                                        "a container has no "
                                                + key
                                                + " of its own; set it on the host that runs it"));
    }
}
