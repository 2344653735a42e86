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
                            "minimal",
                            "Minimal",
                            "The smallest system that somebody can log in to.",
                            ExampleIcon.MINIMAL,
                            List.of("login", "sudo"),
                            List.of(
                                    "What a spec cannot do without",
                                    "A password as a hash, never in clear"),
                            List.of(),
                            List.of(SPEC)),
                    new Example(
                            "database",
                            "Database",
                            "PostgreSQL with a database whose data outlives the machine.",
                            ExampleIcon.DATABASE,
                            List.of("postgresql", "sql", "persist"),
                            List.of(
                                    "Kept directories: settings from the spec, data on a disk",
                                    "A unit that prepares the database at each start",
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
                            "file-server",
                            "File server",
                            "Shared folders with Samba and NFS, for everyone and for a team.",
                            ExampleIcon.FILES,
                            List.of("samba", "smb", "nfs", "shares"),
                            List.of(
                                    "Groups, and users who never log in",
                                    "Directories made at each start",
                                    "Switching off what a package would start"),
                            List.of(),
                            List.of(SPEC, "files/smb.conf")),
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
                            "kiosk",
                            "Kiosk",
                            "A screen that shows one page and nothing else.",
                            ExampleIcon.KIOSK,
                            List.of("screen", "browser", "chromium", "wayland", "cage"),
                            List.of(
                                    "Starting a program on the screen without anyone logging in",
                                    "A service that comes back whatever ends it",
                                    "Policies for a browser"),
                            List.of(),
                            List.of(SPEC, "files/kiosk", "files/index.html")),
                    new Example(
                            "dev-box",
                            "Development box",
                            "Compilers and tools, a timer of its own and a kept home directory.",
                            ExampleIcon.DEVELOPMENT,
                            List.of("gcc", "git", "python", "timer"),
                            List.of(
                                    "A timer and the service that it starts",
                                    "A drop-in that changes one setting of a unit",
                                    "A home directory that stays"),
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
