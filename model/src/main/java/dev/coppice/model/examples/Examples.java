package dev.coppice.model.examples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The projects that come with the program. */
public final class Examples {

    private static final String SPEC = "system.yaml";

    private final Example empty =
            new Example(
                    "empty",
                    "Empty file",
                    "Three lines that every system needs, and what to fill in next.",
                    ExampleIcon.EMPTY,
                    List.of(),
                    List.of(
                            "Which three keys every spec has",
                            "What to fill in first, in which order"),
                    List.of(),
                    List.of(SPEC));

    private final List<Example> all =
            List.of(
                    new Example(
                            "web-server",
                            "Web server",
                            "nginx with one page, a firewall, a user and checks.",
                            ExampleIcon.WEB,
                            List.of("nginx", "http", "firewall"),
                            List.of(
                                    "How packages, services and files become a machine",
                                    "Files in the project, and short texts in the spec",
                                    "Checks that are tried after each boot"),
                            List.of(),
                            List.of(SPEC, "files/index.html")),
                    new Example(
                            "database",
                            "Database",
                            "PostgreSQL with a database whose data outlives the machine.",
                            ExampleIcon.DATABASE,
                            List.of("postgresql", "sql", "persist"),
                            List.of(
                                    "Kept directories: settings from the spec, data on a disk",
                                    "A unit that prepares the database, and a nightly copy",
                                    "A check that asks the service a real question"),
                            List.of(),
                            List.of(SPEC, "files/schema.sql")),
                    new Example(
                            "reverse-proxy",
                            "TLS reverse proxy",
                            "nginx speaks TLS to the world and hands on to an application.",
                            ExampleIcon.PROXY,
                            List.of("nginx", "tls", "https", "certificate", "python"),
                            List.of(
                                    "A key that each machine makes at its first start",
                                    "A service of your own that may do very little",
                                    "Order between units"),
                            List.of(),
                            List.of(SPEC, "files/site.conf", "files/app.py")),
                    new Example(
                            "container-host",
                            "Container host",
                            "Containers run as services, from images of a registry.",
                            ExampleIcon.CONTAINERS,
                            List.of("podman", "docker", "oci", "nginx"),
                            List.of(
                                    "A container as a service of systemd",
                                    "Ports and directories that a container sees",
                                    "Images from a registry, or from the project"),
                            List.of("registry-1.docker.io"),
                            List.of(SPEC, "files/index.html")),
                    new Example(
                            "k3s-node",
                            "k3s node",
                            "Kubernetes on one machine, from the release of k3s.",
                            ExampleIcon.KUBERNETES,
                            List.of("kubernetes", "k3s", "bundle"),
                            List.of(
                                    "Software that Debian does not package, pinned by its digest",
                                    "Kernel modules and variables that a program needs",
                                    "A check that waits until a cluster is ready"),
                            List.of("github.com", "registry-1.docker.io"),
                            List.of(SPEC)),
                    new Example(
                            "file-server",
                            "File server",
                            "Shared folders with Samba and NFS, for everyone and for a team.",
                            ExampleIcon.FILES,
                            List.of("samba", "smb", "nfs", "shares"),
                            List.of(
                                    "A data disk, and numbers of users that never change",
                                    "Groups, and users who never log in",
                                    "Switching off what a package would start"),
                            List.of(),
                            List.of(SPEC, "files/smb.conf")),
                    new Example(
                            "router",
                            "Router and firewall",
                            "Two cards: the world on one side, your own machines on the other.",
                            ExampleIcon.ROUTER,
                            List.of("nat", "dhcp", "dns", "dnsmasq", "nftables"),
                            List.of(
                                    "Fixed and automatic addresses of interfaces",
                                    "Forwarding, masquerading and a firewall in a few lines",
                                    "Addresses and names for a network with dnsmasq"),
                            List.of(),
                            List.of(SPEC)),
                    new Example(
                            "bastion",
                            "Hardened bastion",
                            "The one way in: keys only, a firewall and a strict kernel.",
                            ExampleIcon.SHIELD,
                            List.of("ssh", "security", "sysctl", "firewall"),
                            List.of(
                                    "An account without any password",
                                    "sshd settings, and the command that proves them",
                                    "Kernel variables that make break-ins harder"),
                            List.of(),
                            List.of(SPEC)),
                    new Example(
                            "monitoring",
                            "Monitoring node",
                            "Prometheus watches machines, works out rules and raises alerts.",
                            ExampleIcon.MONITORING,
                            List.of("prometheus", "exporter", "alerts", "metrics"),
                            List.of(
                                    "Settings of a package in project files",
                                    "Checks that look at what a service answers",
                                    "Data with a limit on age and size"),
                            List.of(),
                            List.of(SPEC, "files/prometheus.yml", "files/machines.yml")),
                    new Example(
                            "kiosk",
                            "Kiosk",
                            "A screen that shows one page and nothing else.",
                            ExampleIcon.KIOSK,
                            List.of("screen", "browser", "surf", "x11", "xorg"),
                            List.of(
                                    "Starting a program on the screen without anyone logging in",
                                    "A service that comes back whatever ends it",
                                    "A check that tells when the page is on the screen"),
                            List.of(),
                            List.of(SPEC, "files/kiosk", "files/page", "files/index.html")),
                    new Example(
                            "dev-box",
                            "Development box",
                            "Compilers and tools, a timer of its own and a kept home directory.",
                            ExampleIcon.DEVELOPMENT,
                            List.of("gcc", "git", "python", "timer"),
                            List.of(
                                    "A timer and the service that it starts",
                                    "Languages, keys and login of the machine's screen",
                                    "Who may do what as root",
                                    "A drop-in that changes one setting of a unit"),
                            List.of(),
                            List.of(SPEC)),
                    new Example(
                            "minimal",
                            "Minimal",
                            "The smallest system that somebody can log in to.",
                            ExampleIcon.MINIMAL,
                            List.of("login", "sudo"),
                            List.of(
                                    "What a spec cannot do without",
                                    "A password as a hash, never in clear"),
                            List.of(),
                            List.of(SPEC)));

    /** The gallery, the standard one first. */
    public List<Example> all() {
        return all;
    }

    /** The one that is made when nothing else is asked for. */
    public Example standard() {
        return all.getFirst();
    }

    /** What to start from without an example; not part of the gallery. */
    public Example empty() {
        return empty;
    }

    /** An example, or the empty one, by its id. */
    public Optional<Example> find(String id) {
        return Stream.concat(all.stream(), Stream.of(empty))
                .filter(example -> example.id().equals(id))
                .findFirst();
    }

    /** The examples of the gallery that a person may mean. */
    public List<Example> matching(String query) {
        return all.stream().filter(example -> example.matches(query.strip())).toList();
    }
}
