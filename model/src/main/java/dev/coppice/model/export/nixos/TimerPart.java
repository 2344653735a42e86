package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.spec.Timer;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Commands that run at certain times: a timer and a service each. */
final class TimerPart {

    private final NixConfig config;
    private final NixConfig.Part part;

    TimerPart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.UNITS);
    }

    void write() {
        List<Timer> timers = config.spec().systemd().timers();
        for (int i = 0; i < timers.size(); i++) {
            timer(timers.get(i), YamlPath.of("timers", i));
        }
    }

    private void timer(Timer timer, YamlPath path) {
        option("timers", timer, "wantedBy", NixValue.list(of("timers.target")), path.key("name"));
        if (!timer.description().isEmpty()) {
            NixValue description = of(timer.description());
            option("timers", timer, "description", description, path.key("description"));
            option("services", timer, "description", description, path.key("description"));
        }
        timer.onCalendar()
                .ifPresent(time -> when(timer, "OnCalendar", of(time), path.key("onCalendar")));
        timer.onBoot().ifPresent(time -> when(timer, "OnBootSec", of(time), path.key("onBoot")));
        timer.every()
                .ifPresent(time -> when(timer, "OnUnitActiveSec", of(time), path.key("every")));
        if (timer.every().isPresent() && timer.onBoot().isEmpty()) {
            // Counting from the last run needs a first one.
            when(timer, "OnActiveSec", of(timer.every().get()), path.key("every"));
        }
        timer.randomizedDelay()
                .ifPresent(
                        time ->
                                when(
                                        timer,
                                        "RandomizedDelaySec",
                                        of(time),
                                        path.key("randomizedDelay")));
        if (config.isWritten(path.key("persistent"))) {
            when(timer, "Persistent", of(timer.persistent()), path.key("persistent"));
        }
        service(timer, path);
    }

    private void service(Timer timer, YamlPath path) {
        part.because(
                "Programs of all packages, as a service on Debian finds them.",
                List.of("systemd", "services", timer.name(), "path"),
                NixValue.list(of("/run/current-system/sw")),
                List.of(path.key("name")));
        option(
                "services",
                timer,
                "script",
                of(NixosNames.command(timer.command())),
                path.key("command"));
        config("services", timer, "serviceConfig", "Type", of("oneshot"), path.key("name"));
        if (!timer.user().equals("root") || config.isWritten(path.key("user"))) {
            config("services", timer, "serviceConfig", "User", of(timer.user()), path.key("user"));
        }
    }

    private void when(Timer timer, String setting, NixValue value, YamlPath origin) {
        config("timers", timer, "timerConfig", setting, value, origin);
    }

    private void option(String kind, Timer timer, String option, NixValue value, YamlPath origin) {
        part.set(List.of("systemd", kind, timer.name(), option), value, List.of(origin));
    }

    private void config(
            String kind, Timer timer, String set, String key, NixValue value, YamlPath origin) {
        var path = new ArrayList<>(List.of("systemd", kind, timer.name()));
        path.add(set);
        path.add(key);
        part.set(path, value, List.of(origin));
    }
}
