package dev.coppice.model.diff;

import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.Unit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values of a spec as short texts for people. */
final class Texts {

    private Texts() {}

    static String list(List<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }

    static String mode(int mode) {
        return String.format(Locale.ROOT, "%04o", mode);
    }

    static String body(FileEntry.Body body) {
        return switch (body) {
            case FileEntry.Inline inline -> inline.content();
            case FileEntry.FromProject file -> "project file " + file.source();
        };
    }

    static String unit(Unit unit) {
        return unit.dropIn()
                .map(name -> unit.name() + " (drop-in " + name + ")")
                .orElse(unit.name());
    }

    /** The comment of a public key, or its kind: the key itself tells people nothing. */
    static String key(String line) {
        String[] words = line.strip().split("\\s+");
        String last = words[words.length - 1];
        return last.startsWith("AAAA") ? words[0] + " …" + tail(last) : last;
    }

    private static String tail(String word) {
        return word.substring(Math.max(0, word.length() - 8));
    }

    static String memory(int mebibytes) {
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "G" : mebibytes + "M";
    }

    static String forward(Machine.Forward forward) {
        return forward.hostPort() + ":" + forward.guestPort();
    }

    static String origin(Bundle.Origin origin) {
        return switch (origin) {
            case Bundle.Download download -> download.url();
            case Bundle.FromProject file -> "project file " + file.source();
        };
    }

    static String placed(Bundle.Placed file) {
        return file.to() + " from " + file.from() + " (" + mode(file.mode()) + ")";
    }

    /** An armoured key tells people nothing. */
    static String archiveKey(Repository.Key key) {
        return switch (key) {
            case Repository.Inline inline -> "a key in the spec";
            case Repository.FromProject file -> "project file " + file.source();
        };
    }

    static String route(Network.Route route) {
        return route.to()
                + " via "
                + route.via()
                + route.metric().map(metric -> ", metric " + metric).orElse("");
    }

    /** A raw value on one line, as flow YAML has it. */
    static String raw(RawValue value) {
        return switch (value) {
            case RawValue.Scalar scalar -> scalar.text();
            case RawValue.Items items ->
                    "[" + String.join(", ", items.items().stream().map(Texts::raw).toList()) + "]";
            case RawValue.Fields fields ->
                    "{ "
                            + String.join(
                                    ", ",
                                    fields.fields().entrySet().stream()
                                            .map(e -> e.getKey() + ": " + raw(e.getValue()))
                                            .toList())
                            + " }";
        };
    }

    static String check(Check check) {
        return switch (check) {
            case Check.UnitIs unit -> unit.unit() + " is " + unit.state();
            case Check.Port port ->
                    "port " + port.port() + " is " + (port.open() ? "open" : "closed");
            case Check.Http http ->
                    http.url() + " answers " + http.status() + containing(http.contains());
            case Check.CommandExits command ->
                    "`"
                            + command.command()
                            + "` exits with "
                            + command.exit()
                            + containing(command.contains());
            case Check.FileIs file ->
                    file.path()
                            + (file.exists() ? " exists" : " does not exist")
                            + containing(file.contains());
            case Check.BootsWithin boots -> "boots within " + duration(boots.limit());
        };
    }

    private static String containing(Optional<String> text) {
        return text.map(t -> " with \"" + t + "\"").orElse("");
    }

    private static String duration(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + "s"
                : duration.toMillis() + "ms";
    }
}
