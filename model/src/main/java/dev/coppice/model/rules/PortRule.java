package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.spec.Network;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Ports that are open or forwarded lead to something, and only one program takes each. */
final class PortRule implements Rule {

    private static final int SSH = 22;
    private static final int WIDE = 16;

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields root = context.root();
        var listeners = new Listeners(context);
        for (Bound.Value<String> pair : root.record("machine").texts("forward")) {
            int guest = Integer.parseInt(pair.value().split(":", -1)[1]);
            if (guest >= 1 && guest <= 65535 && !listeners.maybe(guest)) {
                findings.accept(unused(pair.path(), guest, DiagnosticCode.FORWARD_UNUSED, context));
            }
        }
        Bound.Fields firewall = root.record("network").record("firewall");
        for (Bound.Value<String> ports : firewall.texts("allowTcp")) {
            Network.PortRange range = Quantities.ports(ports.value());
            boolean narrow = range.from() <= range.to() && range.to() - range.from() < WIDE;
            if (narrow && !listeners.maybeAny(range.from(), range.to())) {
                findings.accept(
                        unused(
                                ports.path(),
                                range.from(),
                                DiagnosticCode.FIREWALL_UNUSED,
                                context));
            }
        }
        covered(firewall.texts("allowTcp"), findings);
        covered(firewall.texts("allowUdp"), findings);
        ssh(context, firewall, findings);
        clashes(context, findings);
    }

    private static Finding unused(
            YamlPath path, int port, DiagnosticCode code, RuleContext context) {
        var check = new LinkedHashMap<String, YamlValue>();
        check.put("port", new YamlValue.Int(port));
        int count = context.root().records("checks").size();
        return Finding.at(
                path,
                code,
                "nothing here is known to listen on port " + port,
                "If a program does, add the check `{ port: " + port + " }`, which proves it.",
                new Fix(
                        "Add a check of port " + port,
                        List.of(
                                new YamlOp.Insert(
                                        YamlPath.of("checks"),
                                        count,
                                        new YamlValue.Fields(check)))),
                Fixes.remove(path));
    }

    /** A single port inside a range is open already. */
    private static void covered(List<Bound.Value<String>> items, Consumer<Finding> findings) {
        var ranges = new ArrayList<Network.PortRange>();
        items.stream()
                .map(item -> Quantities.ports(item.value()))
                .filter(range -> range.from() < range.to())
                .limit(100)
                .forEach(ranges::add);
        if (ranges.isEmpty()) {
            return;
        }
        for (Bound.Value<String> item : items) {
            Network.PortRange port = Quantities.ports(item.value());
            ranges.stream()
                    .filter(r -> !r.equals(port) && r.from() <= port.from() && port.to() <= r.to())
                    .filter(r -> port.from() <= port.to())
                    .findFirst()
                    .ifPresent(
                            r ->
                                    findings.accept(
                                            Finding.at(
                                                    item.path(),
                                                    DiagnosticCode.COVERED_PORT,
                                                    "the range "
                                                            + r.from()
                                                            + "-"
                                                            + r.to()
                                                            + " holds it already",
                                                    "Remove one of the two.",
                                                    Fixes.remove(item.path()))));
        }
    }

    private static void ssh(
            RuleContext context, Bound.Fields firewall, Consumer<Finding> findings) {
        boolean filtered = context.root().record("network").has("firewall");
        boolean whole = firewall.whole("allowTcp") && context.root().whole("sshd");
        if (!filtered || !whole || !context.inventory().has("openssh-server")) {
            return;
        }
        Bound.Fields services = context.root().record("services");
        boolean off =
                services.record("ssh").flag("enabled").filter(e -> !e.value()).isPresent()
                        || services.record("ssh.service")
                                .flag("enabled")
                                .filter(e -> !e.value())
                                .isPresent()
                        || services.record("ssh")
                                .flag("masked")
                                .filter(Bound.Value::value)
                                .isPresent();
        int port = sshPort(context.root().record("sshd"));
        boolean open =
                firewall.texts("allowTcp").stream()
                        .anyMatch(p -> Quantities.ports(p.value()).has(port));
        boolean trusted = !firewall.texts("trustedInterfaces").isEmpty();
        if (!off && !open && !trusted) {
            int count = firewall.texts("allowTcp").size();
            findings.accept(
                    Finding.atKey(
                            firewall.path(),
                            DiagnosticCode.SSH_BLOCKED,
                            "the firewall drops what comes to port " + port + ", where SSH listens",
                            "Add " + port + " to `allowTcp`, or disable the service ssh.",
                            new Fix(
                                    "Allow port " + port,
                                    List.of(
                                            new YamlOp.Insert(
                                                    firewall.path().key("allowTcp"),
                                                    count,
                                                    new YamlValue.Int(port))))));
        }
    }

    private static int sshPort(Bound.Fields sshd) {
        return sshd.entries().keySet().stream()
                .filter("Port"::equalsIgnoreCase)
                .flatMap(k -> sshd.text(k).stream())
                .map(Bound.Value::value)
                .filter(v -> v.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(SSH);
    }

    private static void clashes(RuleContext context, Consumer<Finding> findings) {
        Map<String, String> takers = new HashMap<>();
        for (Bound.Fields container : context.root().records("containers")) {
            String name = container.text("name").map(Bound.Value::value).orElse("");
            for (Bound.Value<String> pair : container.texts("ports")) {
                String port = Listeners.published(pair.value());
                String key = port + (pair.value().endsWith("/udp") ? "/udp" : "/tcp");
                String before = takers.putIfAbsent(key, "the container `" + name + "`");
                List<String> packages =
                        key.endsWith("/udp")
                                ? List.of()
                                : context.known()
                                        .ports()
                                        .listening(
                                                Integer.parseInt(port),
                                                context.inventory().packages());
                if (before == null && !packages.isEmpty()) {
                    before = "the package `" + packages.getFirst() + "`";
                }
                if (before != null) {
                    findings.accept(clash(pair.path(), port, before));
                }
            }
        }
        for (int port : new TreeSet<>(context.known().ports().ports())) {
            List<String> packages =
                    context.known().ports().listening(port, context.inventory().packages());
            if (packages.size() > 1) {
                packages(port, packages, context, findings);
            }
        }
    }

    /** Packages of one program may stand side by side: redis and redis-server. */
    private static void packages(
            int port, List<String> packages, RuleContext context, Consumer<Finding> findings) {
        String first = "";
        for (Bound.Value<String> name : context.root().texts("packages")) {
            if (!packages.contains(name.value())) {
                continue;
            }
            String stem = name.value().replaceFirst("-.*|[0-9]+$", "");
            if (first.isEmpty()) {
                first = name.value();
            } else if (!first.startsWith(stem) && !standsAside(first, name.value(), context)) {
                findings.accept(
                        clash(name.path(), Integer.toString(port), "the package `" + first + "`"));
            }
        }
    }

    /** Whether a service is turned off, or somebody has given one of them a port. */
    private static boolean standsAside(String one, String other, RuleContext context) {
        Bound.Fields services = context.root().record("services");
        boolean off =
                List.of(one, other).stream()
                        .anyMatch(
                                n ->
                                        services.record(n)
                                                        .flag("enabled")
                                                        .filter(e -> !e.value())
                                                        .isPresent()
                                                || services.record(n)
                                                        .flag("masked")
                                                        .filter(Bound.Value::value)
                                                        .isPresent());
        boolean configured =
                context.inventory().files().keySet().stream()
                        .anyMatch(p -> p.contains("/" + one) || p.contains("/" + other));
        return off || configured;
    }

    private static Finding clash(YamlPath path, String port, String before) {
        return Finding.at(
                path,
                DiagnosticCode.PORT_CLASH,
                "port " + port + " is taken by " + before + " already",
                "Only one program can listen on a port: give one of them another port, or disable"
                        + " one.");
    }
}
