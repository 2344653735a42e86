package dev.coppice.model.diff;

import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Timer;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Compares services, the SSH server, units and timers. */
record SystemdDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        services(
                before.systemd().services(),
                after.systemd().services(),
                new Collector("services", changes));
        new Collector("sshd", changes)
                .entries("SSH server:", YamlPath.of("sshd"), before.sshd(), after.sshd());
        var units = new Collector("units", changes);
        units.named(
                "unit",
                (thing, i) -> YamlPath.of("units", i),
                before.systemd().units(),
                after.systemd().units(),
                Texts::unit,
                (pair, path) -> unit(pair, path, units));
        var timers = new Collector("timers", changes);
        timers.named(
                "timer",
                (thing, i) -> YamlPath.of("timers", i),
                before.systemd().timers(),
                after.systemd().timers(),
                Timer::name,
                (pair, path) -> timer(pair, path, timers));
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

    private void unit(Collector.Pair<Unit> pair, YamlPath path, Collector to) {
        to.value(
                "unit " + pair.name() + ": " + labels.of("units[].content"),
                path.key("content"),
                pair.before().content(),
                pair.after().content());
    }

    private void timer(Collector.Pair<Timer> pair, YamlPath path, Collector to) {
        Timer old = pair.before();
        Timer now = pair.after();
        String what = "timer " + pair.name() + ": ";
        to.value(label(what, "command"), path.key("command"), old.command(), now.command());
        to.optional(
                label(what, "onCalendar"),
                path.key("onCalendar"),
                old.onCalendar(),
                now.onCalendar());
        to.optional(label(what, "onBoot"), path.key("onBoot"), old.onBoot(), now.onBoot());
        to.optional(label(what, "every"), path.key("every"), old.every(), now.every());
        to.value(label(what, "user"), path.key("user"), old.user(), now.user());
        to.value(
                label(what, "persistent"),
                path.key("persistent"),
                old.persistent(),
                now.persistent());
        to.optional(
                label(what, "randomizedDelay"),
                path.key("randomizedDelay"),
                old.randomizedDelay(),
                now.randomizedDelay());
        to.value(
                label(what, "description"),
                path.key("description"),
                old.description(),
                now.description());
    }

    private String label(String what, String key) {
        return what + labels.of("timers[]." + key);
    }
}
