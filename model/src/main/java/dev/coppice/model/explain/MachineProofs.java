package dev.coppice.model.explain;

import static dev.coppice.model.explain.ProofValues.quoted;

import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlPath;

import java.net.URI;
import java.util.Optional;

/** The commands that prove network, kernel, storage, checks and the machine itself. */
final class MachineProofs {

    private final ProofValues at;

    MachineProofs(ProofValues at) {
        this.at = at;
    }

    Optional<Proof> of(String top, String path) {
        return switch (top) {
            case "network" -> network(path);
            case "kernel" -> Optional.of(kernel(path));
            case "storage" -> storage(path);
            case "checks" -> check();
            default -> Optional.of(machine(path));
        };
    }

    private Proof machine(String path) {
        return switch (path) {
            case "machine.memory" -> Proof.succeeds("free -m");
            case "machine.cpus" -> at.shows("nproc");
            case "machine.nics" -> Proof.succeeds("ip -brief link");
            case "machine.forward", "machine.forward[]" -> Proof.succeeds("ss -tln");
            default -> Proof.succeeds("free -m; nproc; ip -brief link");
        };
    }

    private Optional<Proof> network(String path) {
        if (path.startsWith("network.interfaces.*")) {
            return Optional.of(network(path, at.key(2).filter(n -> !n.matches(".*[*?].*"))));
        }
        if (path.startsWith("network.hosts.")) {
            return at.key(2).map(address -> at.shows("getent hosts " + quoted(address)));
        }
        return Optional.of(
                switch (path) {
                    case "network.hosts" -> Proof.succeeds("cat /etc/hosts");
                    case "network.nameservers", "network.nameservers[]" ->
                            at.shows("resolvectl dns");
                    case "network.searchDomains", "network.searchDomains[]" ->
                            at.shows("resolvectl domain");
                    case "network", "network.interfaces" ->
                            Proof.succeeds("networkctl --no-pager list");
                    // Of 8080:192.168.1.2:80 the rule says where it leads to.
                    case "network.nat.forward[]" ->
                            at.shows("nft list ruleset", v -> v.substring(v.indexOf(':') + 1));
                    default -> at.shows("nft list ruleset");
                });
    }

    private Proof network(String path, Optional<String> device) {
        String show = device.map(name -> " show dev " + quoted(name)).orElse("");
        if (path.contains("routes") || path.endsWith("gateway")) {
            return path.endsWith("]") || path.endsWith("routes")
                    ? Proof.succeeds("ip route" + show)
                    : at.shows("ip route" + show);
        }
        if (path.contains("dns")) {
            return at.shows("resolvectl dns" + device.map(name -> " " + quoted(name)).orElse(""));
        }
        return switch (path) {
            case "network.interfaces.*.addresses[]" -> at.shows("ip address" + show);
            case "network.interfaces.*.mtu" -> at.shows("ip address" + show, v -> "mtu " + v);
            default -> Proof.succeeds("ip address" + show);
        };
    }

    private Proof kernel(String path) {
        return switch (path) {
            case "kernel.modules[]" ->
                    // Also what is built into the kernel has a directory there.
                    Proof.succeeds(
                            "ls -d "
                                    + quoted(
                                            "/sys/module/"
                                                    + at.here().orElse("").replace('-', '_')));
            case "kernel.modules" -> Proof.succeeds("lsmod");
            case "kernel.sysctl.*" ->
                    at.shows("sysctl " + quoted(at.key(2).orElse("")), v -> "= " + v);
            case "kernel.sysctl" -> Proof.succeeds("cat /etc/sysctl.d/90-coppice.conf");
            default -> at.shows("cat /proc/cmdline");
        };
    }

    private Optional<Proof> storage(String path) {
        if (path.startsWith("storage.disks") && at.depth() > 2) {
            return at.text(at.step(3).key("mount"))
                    .map(mount -> "findmnt " + quoted(mount))
                    .map(
                            command ->
                                    path.endsWith("size") || path.endsWith("name")
                                            ? Proof.succeeds(command)
                                            : at.shows(command));
        }
        return Optional.of(
                switch (path) {
                    case "storage.persist[]" ->
                            Proof.succeeds("findmnt " + quoted(at.here().orElse("/")));
                    // Without any swap there is not even a head.
                    case "storage.swap" -> Proof.shows("swapon --show", "SIZE");
                    default -> Proof.succeeds("findmnt --real");
                });
    }

    private Optional<Proof> check() {
        YamlPath check = at.step(2);
        Optional<String> is = at.text(check.key("is"));
        Optional<String> contains = at.text(check.key("contains"));
        return at.text(check.key("unit"))
                .map(
                        unit ->
                                Proof.shows(
                                        "systemctl is-active " + quoted(UnitNames.full(unit)),
                                        is.orElse("active")))
                .or(() -> at.text(check.key("port")).map(port -> port(port, is)))
                .or(
                        () ->
                                at.text(check.key("http"))
                                        .map(
                                                url ->
                                                        new Proof(
                                                                request(url),
                                                                at.text(check.key("status")))))
                .or(() -> at.text(check.key("command")).map(words -> command(words, contains)))
                .or(() -> at.text(check.key("file")).map(file -> file(file, contains)))
                .or(
                        () ->
                                at.text(check.key("bootsWithin"))
                                        .map(_ -> Proof.succeeds("systemd-analyze")));
    }

    private static Proof port(String port, Optional<String> is) {
        return is.filter("closed"::equals).isPresent()
                ? Proof.succeeds("! ss -tln | grep ':" + port + " '")
                : Proof.succeeds("ss -tln | grep ':" + port + " '");
    }

    /** A minimal Debian has no program that speaks HTTP, but bash opens connections. */
    private String request(String url) {
        if (!at.texts(YamlPath.of("packages")).contains("curl") && url.startsWith("http://")) {
            try {
                URI uri = URI.create(url);
                int port = uri.getPort() < 0 ? 80 : uri.getPort();
                String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
                String say =
                        "exec 3<>/dev/tcp/%s/%d; printf \"GET %s HTTP/1.0\\r"
                                + "\\n"
                                + "\\r"
                                + "\\n"
                                + "\" >&3; head -1 <&3";
                return "bash -c " + quoted(say.formatted(uri.getHost(), port, path));
            } catch (IllegalArgumentException e) {
                // Not an address: the rules say so where it stands.
            }
        }
        return "curl -sI " + quoted(url);
    }

    private Proof command(String words, Optional<String> contains) {
        Optional<String> exit =
                at.text(at.step(2).key("exit")).filter(status -> !status.equals("0"));
        return exit.map(status -> Proof.succeeds(words + "; test $? -eq " + status))
                .orElseGet(() -> new Proof(words, contains));
    }

    private Proof file(String file, Optional<String> contains) {
        boolean gone = at.text(at.step(2).key("exists")).filter("false"::equals).isPresent();
        if (gone) {
            return Proof.succeeds("test ! -e " + quoted(file));
        }
        return contains.map(text -> Proof.shows("cat " + quoted(file), text))
                .orElseGet(() -> Proof.succeeds("ls -l " + quoted(file)));
    }
}
