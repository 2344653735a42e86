package dev.coppice.model.spec;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole Linux machine as {@code system.yaml} declares it, with every default filled in.
 *
 * @param name the system's name; generations are kept under it (lower-case letters, digits,
 *     hyphens)
 * @param description one line for people, possibly empty
 * @param includes the project's YAML files that are part of the spec, by their paths
 * @param base the distribution and release that it is made from
 * @param hostname the host name; the name of the system when none is given
 * @param region time zone, language, keyboard and clock
 * @param accounts users, groups and what they may do
 * @param software packages, repositories and bundles
 * @param containers OCI containers that run as services
 * @param systemd services, units and timers
 * @param sshd settings of the SSH server (sshd_config(5)) by keyword
 * @param network interfaces, names and firewall
 * @param files files placed in the image
 * @param kernel kernel command line, modules and sysctl settings
 * @param storage what survives a reboot, swap and data disks
 * @param targets raw settings of single targets
 * @param checks what must hold in the running machine
 * @param machine the virtual machine that previews the system
 */
public record SystemSpec(
        String name,
        String description,
        List<String> includes,
        Base base,
        String hostname,
        Region region,
        Accounts accounts,
        Software software,
        List<Container> containers,
        Systemd systemd,
        SortedMap<String, String> sshd,
        Network network,
        List<FileEntry> files,
        Kernel kernel,
        Storage storage,
        Targets targets,
        List<Check> checks,
        Machine machine) {

    public SystemSpec {
        includes = List.copyOf(includes);
        containers = List.copyOf(containers);
        sshd = Collections.unmodifiableSortedMap(new TreeMap<>(sshd));
        files = List.copyOf(files);
        checks = List.copyOf(checks);
    }
}
