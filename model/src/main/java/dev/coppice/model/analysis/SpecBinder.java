package dev.coppice.model.analysis;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.spec.User;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the records of a spec from a tree that has been checked and found without errors. */
public final class SpecBinder {

    /** The spec that a tree without errors says. */
    public SystemSpec bind(Bound.Fields root) {
        String name = text(root, "name");
        return new SystemSpec(
                name,
                text(root, "description"),
                base(root.record("base")),
                optional(root, "hostname").orElse(name),
                text(root, "timezone"),
                text(root, "locale"),
                text(root, "keyboard"),
                root.records("users").stream().map(SpecBinder::user).toList(),
                texts(root, "packages"),
                services(root.record("services")),
                root.records("units").stream().map(SpecBinder::unit).toList(),
                network(root.record("network")),
                root.records("files").stream().map(SpecBinder::file).toList(),
                kernel(root.record("kernel")),
                new Storage(texts(root.record("storage"), "persist")),
                root.records("checks").stream().map(SpecBinder::check).toList(),
                machine(root.record("machine")));
    }

    private static Base base(Bound.Fields base) {
        return new Base(
                text(base, "distribution"), text(base, "release"), optional(base, "mirror"));
    }

    private static User user(Bound.Fields user) {
        return new User(
                text(user, "name"),
                texts(user, "groups"),
                text(user, "shell"),
                optional(user, "hashedPassword"),
                texts(user, "sshAuthorizedKeys"));
    }

    private static SortedMap<String, ServiceState> services(Bound.Fields services) {
        var states = new TreeMap<String, ServiceState>();
        for (String name : services.entries().keySet()) {
            Bound.Fields said = services.record(name);
            state(said).ifPresent(state -> states.put(UnitNames.full(name), state));
        }
        return states;
    }

    /** {@code masked: false} alone says nothing. */
    private static Optional<ServiceState> state(Bound.Fields said) {
        if (flag(said, "masked").orElse(false)) {
            return Optional.of(ServiceState.MASKED);
        }
        return flag(said, "enabled")
                .map(enabled -> enabled ? ServiceState.ENABLED : ServiceState.DISABLED);
    }

    private static Unit unit(Bound.Fields unit) {
        return new Unit(text(unit, "name"), optional(unit, "dropIn"), text(unit, "content"));
    }

    private static Network network(Bound.Fields network) {
        Bound.Fields interfaces = network.record("interfaces");
        var bound = new ArrayList<Network.Interface>();
        for (String name : interfaces.entries().keySet()) {
            Bound.Fields one = interfaces.record(name);
            List<String> addresses = texts(one, "addresses");
            bound.add(
                    new Network.Interface(
                            name,
                            flag(one, "dhcp").orElse(addresses.isEmpty()),
                            addresses,
                            optional(one, "gateway"),
                            texts(one, "dns")));
        }
        Optional<Network.Firewall> firewall =
                network.has("firewall")
                        ? Optional.of(
                                new Network.Firewall(
                                        ports(network.record("firewall"), "allowTcp"),
                                        ports(network.record("firewall"), "allowUdp")))
                        : Optional.empty();
        return new Network(bound, firewall);
    }

    private static FileEntry file(Bound.Fields file) {
        FileEntry.Body body =
                optional(file, "source")
                        .<FileEntry.Body>map(FileEntry.FromProject::new)
                        .orElseGet(() -> new FileEntry.Inline(text(file, "content")));
        return new FileEntry(
                text(file, "path"),
                body,
                Integer.parseInt(text(file, "mode"), 8),
                text(file, "owner"),
                text(file, "group"));
    }

    private static Kernel kernel(Bound.Fields kernel) {
        Bound.Fields sysctl = kernel.record("sysctl");
        var variables = new TreeMap<String, String>();
        for (String name : sysctl.entries().keySet()) {
            variables.put(name, text(sysctl, name));
        }
        return new Kernel(texts(kernel, "parameters"), texts(kernel, "modules"), variables);
    }

    private static Check check(Bound.Fields check) {
        if (check.has("unit")) {
            return new Check.UnitIs(UnitNames.full(text(check, "unit")), text(check, "is"));
        }
        if (check.has("port")) {
            return new Check.Port(number(check, "port"), text(check, "is").equals("open"));
        }
        Optional<String> contains = optional(check, "contains");
        if (check.has("http")) {
            return new Check.Http(text(check, "http"), number(check, "status"), contains);
        }
        if (check.has("command")) {
            return new Check.CommandExits(text(check, "command"), number(check, "exit"), contains);
        }
        if (check.has("file")) {
            return new Check.FileIs(
                    text(check, "file"), flag(check, "exists").orElseThrow(), contains);
        }
        return new Check.BootsWithin(Quantities.duration(text(check, "bootsWithin")));
    }

    private static Machine machine(Bound.Fields machine) {
        var forwards = new ArrayList<Machine.Forward>();
        for (String pair : texts(machine, "forward")) {
            String[] ports = pair.split(":", -1);
            forwards.add(
                    new Machine.Forward(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])));
        }
        return new Machine(
                Quantities.mebibytes(text(machine, "memory")), number(machine, "cpus"), forwards);
    }

    private static String text(Bound.Fields fields, String key) {
        return optional(fields, key).orElseThrow();
    }

    private static Optional<String> optional(Bound.Fields fields, String key) {
        return fields.text(key).map(Bound.Value::value);
    }

    private static Optional<Boolean> flag(Bound.Fields fields, String key) {
        return fields.flag(key).map(Bound.Value::value);
    }

    private static int number(Bound.Fields fields, String key) {
        return Math.toIntExact(fields.number(key).orElseThrow().value());
    }

    private static List<String> texts(Bound.Fields fields, String key) {
        return fields.texts(key).stream().map(Bound.Value::value).toList();
    }

    private static List<Integer> ports(Bound.Fields fields, String key) {
        return fields.numbers(key).stream().map(v -> Math.toIntExact(v.value())).toList();
    }
}
