package dev.coppice.model.explain;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that prove the fields, with the values of a spec in them. */
final class Proofs {

    private final Optional<YNode> tree;
    private final List<YamlPath.Step> steps;

    /**
     * @param path the place that is explained
     */
    Proofs(Optional<YNode> tree, YamlPath path) {
        this.tree = tree;
        this.steps = records(tree, path) ? path.index(0).steps() : path.steps();
    }

    /** A list of records is proven by its first one. */
    private static boolean records(Optional<YNode> tree, YamlPath path) {
        return tree.flatMap(root -> root.at(path)).orElse(null) instanceof YNode.YSeq seq
                && !seq.items().isEmpty()
                && seq.items().getFirst() instanceof YNode.YMap;
    }

    /** The command for a field; empty when nothing in a machine shows it. */
    Optional<Proof> of(Field field) {
        String path = field.path();
        String top = path.replaceFirst("[.\\[].*", "");
        return command(top, path).map(Proof::new);
    }

    private Optional<String> command(String top, String path) {
        return switch (top) {
            case "base" -> Optional.of("cat /etc/os-release");
            case "hostname" -> Optional.of("hostnamectl --static");
            case "timezone" -> Optional.of("timedatectl show -p Timezone --value");
            case "locale", "localeSettings" -> Optional.of("cat /etc/default/locale");
            case "locales" -> Optional.of("locale -a");
            case "keyboard" -> Optional.of("cat /etc/default/keyboard");
            case "console" -> Optional.of(console(path));
            case "ntp" ->
                    Optional.of(
                            path.contains("servers")
                                    ? "timedatectl show-timesync -p SystemNTPServers"
                                    : "timedatectl show -p NTP -p NTPSynchronized");
            case "users" -> item("name").map(name -> user(path, name));
            case "groups" -> item("name").map(name -> "getent group " + name);
            case "sudo" ->
                    Optional.of(
                            item("user")
                                    .map(name -> "sudo -l -U " + name)
                                    .orElse("cat /etc/sudoers.d/coppice"));
            case "packages" -> Optional.of(packages());
            case "repositories" ->
                    item("name")
                            .map(
                                    name ->
                                            "apt-cache policy; ls -l /etc/apt/keyrings/"
                                                    + name
                                                    + ".*");
            case "bundles" -> bundle(path);
            case "containers" ->
                    item("name")
                            .map(
                                    name ->
                                            "systemctl is-active "
                                                    + name
                                                    + "; podman ps --filter name="
                                                    + name);
            case "services" ->
                    Optional.of(
                            key(1).map(UnitNames::full)
                                    .map(Proofs::quoted)
                                    .map(Proofs::service)
                                    .orElse("systemctl list-unit-files --state=enabled"));
            case "sshd" ->
                    Optional.of(
                            key(1).map(word -> "sshd -T | grep -i " + quoted("^" + word + " "))
                                    .orElse("sshd -T"));
            case "units" -> item("name").map(name -> "systemctl cat " + name);
            case "timers" ->
                    item("name").map(name -> "systemctl list-timers --all " + name + ".timer");
            case "files" -> file(path);
            default -> machine(top, path);
        };
    }

    private Optional<String> machine(String top, String path) {
        return switch (top) {
            case "network" -> network(path);
            case "kernel" -> kernel(path);
            case "storage" -> storage(path);
            case "checks" -> check();
            case "machine" ->
                    switch (path) {
                        case "machine.memory" -> Optional.of("free -m");
                        case "machine.cpus" -> Optional.of("nproc");
                        case "machine.nics" -> Optional.of("ip -brief link");
                        default -> Optional.of("ss -tlnp");
                    };
            default -> Optional.empty();
        };
    }

    private static String console(String path) {
        return switch (path) {
            case "console.autologin" -> "systemctl cat getty@tty1.service";
            case "console.fontFace", "console.fontSize" -> "cat /etc/default/console-setup";
            default -> "cat /etc/default/keyboard";
        };
    }

    private static String user(String path, String name) {
        return switch (path) {
            case "users[].groups", "users[].groups[]" -> "id " + name;
            case "users[].hashedPassword" -> "passwd --status " + name;
            case "users[].sshAuthorizedKeys", "users[].sshAuthorizedKeys[]" ->
                    "cat ~" + name + "/.ssh/authorized_keys";
            default -> "getent passwd " + name;
        };
    }

    private String packages() {
        List<String> names =
                steps.size() > 1 ? value(2).stream().toList() : texts(YamlPath.of("packages"));
        return "dpkg-query -W "
                + names.stream().map(Proofs::quoted).collect(Collectors.joining(" "));
    }

    private Optional<String> bundle(String path) {
        Optional<String> to =
                path.startsWith("bundles[].files[]") ? text(step(4).key("to")) : Optional.empty();
        return to.or(() -> text(step(2).key("into")))
                .or(() -> text(step(2).key("name")).map(name -> "/opt/" + name))
                .map(place -> "ls -lR " + quoted(place) + " | head -40");
    }

    private static String service(String unit) {
        return "systemctl is-enabled " + unit + "; systemctl is-active " + unit;
    }

    private Optional<String> file(String path) {
        boolean text = path.equals("files[].content") || path.equals("files[].source");
        return item("path").map(file -> (text ? "head -40 " : "ls -l ") + file);
    }

    private Optional<String> network(String path) {
        if (path.startsWith("network.interfaces.*")) {
            String dev = key(2).filter(name -> !name.matches(".*[*?].*")).orElse("");
            String at = dev.isEmpty() ? "" : " show dev " + quoted(dev);
            boolean routes = path.contains("routes") || path.endsWith("gateway");
            return Optional.of(
                    routes
                            ? "ip route" + at
                            : path.contains("dns")
                                    ? "resolvectl dns" + (dev.isEmpty() ? "" : " " + quoted(dev))
                                    : "ip address" + at);
        }
        if (path.startsWith("network.hosts.")) {
            return key(2).map(address -> "getent hosts " + quoted(address));
        }
        return Optional.of(
                switch (path) {
                    case "network.hosts" -> "cat /etc/hosts";
                    case "network.nameservers", "network.nameservers[]" -> "resolvectl dns";
                    case "network.searchDomains", "network.searchDomains[]" -> "resolvectl domain";
                    case "network", "network.interfaces" -> "networkctl --no-pager list";
                    default -> "nft list ruleset";
                });
    }

    private Optional<String> kernel(String path) {
        return Optional.of(
                switch (path) {
                    case "kernel.modules[]" ->
                            "lsmod | grep " + quoted("^" + value(3).orElse("").replace('-', '_'));
                    case "kernel.modules" -> "lsmod";
                    case "kernel.sysctl.*" -> "sysctl " + quoted(key(2).orElse(""));
                    case "kernel.sysctl" -> "cat /etc/sysctl.d/90-coppice.conf";
                    default -> "cat /proc/cmdline";
                });
    }

    private Optional<String> storage(String path) {
        if (path.startsWith("storage.disks") && steps.size() > 2) {
            return text(step(3).key("mount")).map(mount -> "findmnt " + quoted(mount));
        }
        return Optional.of(
                switch (path) {
                    case "storage.persist[]" -> "findmnt " + quoted(value(3).orElse("/"));
                    case "storage.swap" -> "swapon --show";
                    default -> "findmnt --real";
                });
    }

    private Optional<String> check() {
        YamlPath check = step(2);
        return text(check.key("unit"))
                .map(unit -> "systemctl is-active " + quoted(UnitNames.full(unit)))
                .or(() -> text(check.key("port")).map(port -> "ss -tln | grep ':" + port + " '"))
                .or(() -> text(check.key("http")).map(url -> "curl -sI " + quoted(url)))
                .or(() -> text(check.key("command")))
                .or(() -> text(check.key("file")).map(file -> "ls -l " + quoted(file)))
                .or(() -> text(check.key("bootsWithin")).map(limit -> "systemd-analyze"));
    }

    /** The value of a key of the list's item that the place is in. */
    private Optional<String> item(String key) {
        return steps.size() < 2 ? Optional.empty() : text(step(2).key(key)).map(Proofs::quoted);
    }

    private Optional<String> key(int index) {
        return steps.size() > index && steps.get(index) instanceof YamlPath.Key key
                ? Optional.of(key.name())
                : Optional.empty();
    }

    /** The first steps of the place. */
    private YamlPath step(int count) {
        return new YamlPath(steps.subList(0, Math.min(count, steps.size())));
    }

    private Optional<String> value(int count) {
        return text(step(count));
    }

    private Optional<String> text(YamlPath path) {
        return tree.flatMap(root -> root.at(path))
                .filter(YScalar.class::isInstance)
                .map(node -> ((YScalar) node).value());
    }

    private List<String> texts(YamlPath list) {
        return tree.flatMap(root -> root.at(list)).orElse(null) instanceof YNode.YSeq seq
                ? seq.items().stream()
                        .filter(YScalar.class::isInstance)
                        .map(node -> ((YScalar) node).value())
                        .toList()
                : List.of();
    }

    /** A word of a shell's command line, in quotes when it needs them. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
