package dev.coppice.model.linux;

import dev.coppice.model.spec.Timer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Timers: a pair of units each, systemd.timer(5) and systemd.service(5). Pure. */
public final class TimerUnits {

    private TimerUnits() {}

    /** The name of a timer's unit. */
    public static String unit(Timer timer) {
        return timer.name() + ".timer";
    }

    /** Unit files by name. */
    public static Map<String, String> units(List<Timer> timers) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Timer timer : timers) {
            units.put(unit(timer), timer(timer));
            units.put(timer.name() + ".service", service(timer));
        }
        return units;
    }

    private static String timer(Timer timer) {
        StringBuilder text = head(timer).append("\n[Timer]\n");
        timer.onCalendar().ifPresent(time -> line(text, "OnCalendar", time));
        timer.onBoot().ifPresent(time -> line(text, "OnBootSec", time));
        timer.every().ifPresent(time -> line(text, "OnUnitActiveSec", time));
        if (timer.every().isPresent() && timer.onBoot().isEmpty()) {
            // Counting from the last run needs a first one.
            line(text, "OnActiveSec", timer.every().get());
        }
        timer.randomizedDelay().ifPresent(time -> line(text, "RandomizedDelaySec", time));
        if (timer.persistent()) {
            line(text, "Persistent", "yes");
        }
        // systemd's minute saves wake-ups of laptops; people who try a timer wait for it.
        line(text, "AccuracySec", "1s");
        return text.append("\n[Install]\nWantedBy=timers.target\n").toString();
    }

    private static String service(Timer timer) {
        StringBuilder text = head(timer).append("\n[Service]\nType=oneshot\n");
        line(text, "User", timer.user());
        line(text, "ExecStart", "/bin/sh -c " + SystemdWords.argument(timer.command()));
        return text.toString();
    }

    private static StringBuilder head(Timer timer) {
        String description =
                timer.description().isEmpty() ? "Timer " + timer.name() : timer.description();
        return new StringBuilder("[Unit]\nDescription=")
                .append(SystemdWords.line(description))
                .append('\n');
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
