package dev.coppice.runner.guest;

import dev.coppice.model.linux.KernelFiles;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The script that reports the facts. Starting a process in an emulated machine takes some 20 ms, so
 * it starts few, and none that makes systemd read all unit files (that alone takes 5 s).
 */
final class FactScript {

    private static final String LIST =
            "systemctl list-units --all --full --plain --no-legend --no-pager";

    private FactScript() {}

    /**
     * @param sysctl names of kernel variables to report, {@code net.ipv4.ip_forward}
     */
    static String of(Collection<String> sysctl) {
        var script = new StringBuilder("export LC_ALL=C\ncd /\n");
        section(script, "identity", "cat /proc/sys/kernel/hostname /proc/sys/kernel/osrelease");
        section(script, "os", "cat /etc/os-release");
        section(
                script,
                "packages",
                "dpkg-query -W -f '${db:Status-Abbrev}\\t${Package}\\t${Version}\\t${Architecture}"
                        + "\\t${Installed-Size}\\n'");
        section(
                script,
                "units",
                LIST
                        + " --type=service,socket,timer; "
                        // Of all that is mounted, what fstab(5) says is of interest.
                        + "awk '!/^#/ && NF > 2 && $3 != \"swap\" { print $2 }' /etc/fstab"
                        + " | xargs -r systemd-escape -p --suffix=mount | xargs -r "
                        + LIST);
        section(
                script,
                "links",
                "find /etc/systemd/system -type l -printf '%P\\t%l\\n' 2>/dev/null");
        section(
                script,
                "boot",
                "systemctl show -p InitRDTimestampMonotonic -p UserspaceTimestampMonotonic"
                        + " -p FinishTimestampMonotonic -p SystemState");
        section(
                script,
                "sockets",
                "for f in tcp tcp6 udp udp6; do echo $f; cat /proc/net/$f; done");
        section(
                script,
                "holders",
                "find /proc/[0-9]*/fd -lname 'socket:*' -printf '%p\\t%l\\n' 2>/dev/null");
        section(script, "names", "grep -s . /proc/[0-9]*/comm");
        section(script, "users", "cat /etc/passwd");
        section(script, "groups", "cat /etc/group");
        section(script, "memory", "cat /proc/meminfo");
        if (!sysctl.isEmpty()) {
            String files =
                    sysctl.stream()
                            .map(name -> ShellWords.quote("/proc/sys/" + path(name)))
                            .collect(Collectors.joining(" "));
            section(script, "sysctl", "grep -sH . " + files);
        }
        return script.append("exit 0\n").toString();
    }

    /** As sysctl(8) does it: dots separate, and slashes stand for dots, {@code eth0/100}. */
    static String path(String variable) {
        String name = KernelFiles.key(variable);
        int dot = name.indexOf('.');
        int slash = name.indexOf('/');
        if (slash >= 0 && (dot < 0 || slash < dot)) {
            return name;
        }
        return name.replace('.', '\0').replace('/', '.').replace('\0', '/');
    }

    private static void section(StringBuilder script, String name, String command) {
        script.append(Sections.begin(name)).append(command).append('\n');
    }
}
