package dev.coppice.model.diff;

import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Machine;
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
