package dev.coppice.model.spec;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A whole Linux machine as {@code system.yaml} declares it, with every default filled in.
 *
 * @param name the system's name; generations are kept under it (lower-case letters, digits,
 *     hyphens)
 * @param description one line for people, possibly empty
 * @param base the distribution and release that it is made from
 * @param hostname the host name; the name of the system when none is given
 * @param timezone a name of the tz database, {@code Etc/UTC} by default
 * @param locale a locale name such as {@code en_GB.UTF-8}; {@code C.UTF-8} by default
 * @param keyboard an XKB layout name such as {@code gb}; {@code us} by default
 * @param users the people's accounts, in the order of the file
 * @param packages names of packages of the distribution
 * @param services what is said of systemd units, by unit name with its suffix ({@code ssh.service})
 * @param units units and drop-ins written in the spec
 * @param network interfaces and firewall
 * @param files files placed in the image
 * @param kernel kernel command line, modules and sysctl settings
 * @param storage what survives a reboot
 * @param checks what must hold in the running machine
 * @param machine the virtual machine that previews the system
 */
public record SystemSpec(
        String name,
        String description,
        Base base,
        String hostname,
        String timezone,
        String locale,
        String keyboard,
        List<User> users,
        List<String> packages,
        SortedMap<String, ServiceState> services,
        List<Unit> units,
        Network network,
        List<FileEntry> files,
        Kernel kernel,
        Storage storage,
        List<Check> checks,
        Machine machine) {

    public SystemSpec {
        users = List.copyOf(users);
        packages = List.copyOf(packages);
        services =
                java.util.Collections.unmodifiableSortedMap(
                        new java.util.TreeMap<String, ServiceState>(
                                (Map<String, ServiceState>) services));
        units = List.copyOf(units);
        files = List.copyOf(files);
        checks = List.copyOf(checks);
    }
}
