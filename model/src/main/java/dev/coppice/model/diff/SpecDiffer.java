package dev.coppice.model.diff;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares two specs by what they mean: users by name, files by path, lists as sets. */
public final class SpecDiffer {

    private final SpecSchema schema;

    /** A differ with the present table of fields. */
    public SpecDiffer() {
        this(new SpecSchema());
    }

    /** A differ that takes its labels from a table of fields. */
    public SpecDiffer(SpecSchema schema) {
        this.schema = schema;
    }

    /** The differences in the order of the sections; none when the specs mean the same. */
    public List<Change> diff(SystemSpec before, SystemSpec after) {
        var changes = new ArrayList<Change>();
        system(before, after, changes);
        users(before.users(), after.users(), new Collector("users", changes));
        new Collector("packages", changes)
                .values("package", YamlPath.of("packages"), before.packages(), after.packages());
        services(before.services(), after.services(), new Collector("services", changes));
        units(before.units(), after.units(), new Collector("units", changes));
        files(before.files(), after.files(), new Collector("files", changes));
        network(before.network(), after.network(), new Collector("network", changes));
        kernel(before, after, new Collector("kernel", changes));
        new Collector("storage", changes)
                .values(
                        "kept directory",
                        YamlPath.of("storage", "persist"),
                        before.storage().persist(),
                        after.storage().persist());
        new Collector("checks", changes)
                .values(
                        "check",
                        YamlPath.of("checks"),
                        before.checks(),
                        after.checks(),
                        Texts::check);
        machine(before.machine(), after.machine(), new Collector("machine", changes));
        return List.copyOf(changes);
    }

    private void system(SystemSpec before, SystemSpec after, List<Change> changes) {
        top("name", before.name(), after.name(), changes);
        top("description", before.description(), after.description(), changes);
        var base = new Collector("base", changes);
        YamlPath at = YamlPath.of("base");
        base.value(
                label("base.distribution"),
                at.key("distribution"),
                before.base().distribution(),
                after.base().distribution());
        base.value(
                label("base.release"),
                at.key("release"),
                before.base().release(),
                after.base().release());
        base.optional(
                label("base.mirror"),
                at.key("mirror"),
                before.base().mirror(),
                after.base().mirror());
        top("hostname", before.hostname(), after.hostname(), changes);
        top("timezone", before.timezone(), after.timezone(), changes);
        top("locale", before.locale(), after.locale(), changes);
        top("keyboard", before.keyboard(), after.keyboard(), changes);
    }

    private void top(String key, String before, String after, List<Change> changes) {
        new Collector(key, changes).value(label(key), YamlPath.of(key), before, after);
    }

    private void users(List<User> before, List<User> after, Collector to) {
        to.named(
                "user",
                (thing, i) -> YamlPath.of("users", i),
                before,
                after,
                User::name,
                (pair, path) -> {
                    User old = pair.before();
                    User now = pair.after();
                    String who = "user " + pair.name() + ": ";
                    to.value(
                            who + label("users[].groups"),
                            path.key("groups"),
                            Texts.list(sorted(old.groups())),
                            Texts.list(sorted(now.groups())));
                    to.value(
                            who + label("users[].shell"),
                            path.key("shell"),
                            old.shell(),
                            now.shell());
                    password(old.hashedPassword(), now.hashedPassword(), who, path, to);
                    to.values(
                            who + label("users[].sshAuthorizedKeys[]"),
                            path.key("sshAuthorizedKeys"),
                            old.sshAuthorizedKeys(),
                            now.sshAuthorizedKeys(),
                            Texts::key);
                });
    }

    /** A hash is never shown; that it is another one is all that matters. */
    private void password(
            Optional<String> before,
            Optional<String> after,
            String who,
            YamlPath user,
            Collector to) {
        String now = after.map(hash -> before.isPresent() ? "another hash" : "set").orElse("");
        if (!before.equals(after)) {
            to.value(
                    who + label("users[].hashedPassword"),
                    user.key("hashedPassword"),
                    before.map(hash -> "set").orElse(""),
                    now);
        }
    }

    private static void services(
            Map<String, ServiceState> before, Map<String, ServiceState> after, Collector to) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            YamlPath path = YamlPath.of("services", name.replaceFirst("\\.service$", ""));
            to.value("service " + name, path, state(before.get(name)), state(after.get(name)));
        }
    }

    private static String state(ServiceState state) {
        return state == null ? "" : state.name().toLowerCase(Locale.ROOT);
    }

    private void units(List<Unit> before, List<Unit> after, Collector to) {
        to.named(
                "unit",
                (thing, i) -> YamlPath.of("units", i),
                before,
                after,
                Texts::unit,
                (pair, path) ->
                        to.value(
                                "unit " + pair.name() + ": " + label("units[].content"),
                                path.key("content"),
                                pair.before().content(),
                                pair.after().content()));
    }

    private void files(List<FileEntry> before, List<FileEntry> after, Collector to) {
        to.named(
                "file",
                (thing, i) -> YamlPath.of("files", i),
                before,
                after,
                FileEntry::path,
                (pair, path) -> {
                    FileEntry old = pair.before();
                    FileEntry now = pair.after();
                    String what = "file " + pair.name() + ": ";
                    boolean inline = now.body() instanceof FileEntry.Inline;
                    String key = inline ? "content" : "source";
                    to.value(
                            what + label("files[]." + key),
                            path.key(key),
                            Texts.body(old.body()),
                            Texts.body(now.body()));
                    to.value(
                            what + label("files[].mode"),
                            path.key("mode"),
                            Texts.mode(old.mode()),
                            Texts.mode(now.mode()));
                    to.value(
                            what + label("files[].owner"),
                            path.key("owner"),
                            old.owner(),
                            now.owner());
                    to.value(
                            what + label("files[].group"),
                            path.key("group"),
                            old.group(),
                            now.group());
                });
    }

    private void network(Network before, Network after, Collector to) {
        YamlPath at = YamlPath.of("network");
        to.named(
                "interface",
                (face, i) -> at.key("interfaces").key(face.name()),
                before.interfaces(),
                after.interfaces(),
                Network.Interface::name,
                (pair, path) -> face(pair, path, to));
        YamlPath firewall = at.key("firewall");
        to.value(
                label("network.firewall"),
                firewall,
                before.firewall().isPresent() ? "on" : "off",
                after.firewall().isPresent() ? "on" : "off");
        var closed = new Network.Firewall(List.of(), List.of());
        Network.Firewall old = before.firewall().orElse(closed);
        Network.Firewall now = after.firewall().orElse(closed);
        to.values("open TCP port", firewall.key("allowTcp"), old.allowTcp(), now.allowTcp());
        to.values("open UDP port", firewall.key("allowUdp"), old.allowUdp(), now.allowUdp());
    }

    private void face(Collector.Pair<Network.Interface> pair, YamlPath path, Collector to) {
        String what = "interface " + pair.name() + ": ";
        String fields = "network.interfaces.*.";
        Network.Interface old = pair.before();
        Network.Interface now = pair.after();
        to.value(what + label(fields + "dhcp"), path.key("dhcp"), old.dhcp(), now.dhcp());
        to.values(
                what + label(fields + "addresses[]"),
                path.key("addresses"),
                old.addresses(),
                now.addresses());
        to.optional(
                what + label(fields + "gateway"),
                path.key("gateway"),
                old.gateway(),
                now.gateway());
        to.value(
                what + label(fields + "dns"),
                path.key("dns"),
                Texts.list(old.dns()),
                Texts.list(now.dns()));
    }

    private void kernel(SystemSpec before, SystemSpec after, Collector to) {
        YamlPath at = YamlPath.of("kernel");
        to.values(
                "boot parameter",
                at.key("parameters"),
                before.kernel().parameters(),
                after.kernel().parameters());
        to.values(
                "kernel module",
                at.key("modules"),
                before.kernel().modules(),
                after.kernel().modules());
        Map<String, String> old = before.kernel().sysctl();
        Map<String, String> now = after.kernel().sysctl();
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            to.value(
                    "variable " + name,
                    at.key("sysctl").key(name),
                    old.getOrDefault(name, ""),
                    now.getOrDefault(name, ""));
        }
    }

    private void machine(Machine before, Machine after, Collector to) {
        YamlPath at = YamlPath.of("machine");
        to.value(
                label("machine.memory"),
                at.key("memory"),
                Texts.memory(before.memoryMiB()),
                Texts.memory(after.memoryMiB()));
        to.value(label("machine.cpus"), at.key("cpus"), before.cpus(), after.cpus());
        to.values(
                "forwarded port",
                at.key("forward"),
                before.forwards(),
                after.forwards(),
                Texts::forward);
    }

    /** The field's title as the table has it, to stand within a sentence. */
    private String label(String path) {
        Field field = schema.get(path);
        String title = field.title();
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym
                ? title
                : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }
}
