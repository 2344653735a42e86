package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Commands that run at certain times. */
final class TimerFields {

    private TimerFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.UNITS);
        table.row("timers", ListOf.records("timer", "name"), "Timers")
                .doc(
                        "Commands that run at certain times, as cron would run them. Each says when"
                                + " with at least one of onCalendar, onBoot and every.")
                .debian("A timer and a service in /etc/systemd/system for each, enabled.")
                .example("[{ name: backup, command: /usr/local/bin/backup, onCalendar: daily }]")
                .nixos("systemd.timers")
                .elsewhere("Ansible", "cron")
                .alias("timer", "cron", "crontab", "cronjobs", "jobs", "schedule");
        table.row(
                        "timers[]",
                        new Mapping(
                                List.of(
                                        new KeyGroup(
                                                List.of("onCalendar", "onBoot", "every"), false))),
                        "Timer")
                .doc("One command and when it runs.")
                .debian("NAME.timer and NAME.service.")
                .example("{ name: backup, command: /usr/local/bin/backup, onCalendar: daily }");
        table.row("timers[].name", Text.of(Shape.PLAIN_NAME), "Name")
                .required()
                .doc("A short name; the units are called after it.")
                .debian("NAME.timer and NAME.service in /etc/systemd/system.")
                .example("backup")
                .placeholder("backup")
                .alias("id", "unit");
        table.row("timers[].command", Text.of(Shape.COMMAND), "Command")
                .required()
                .doc(
                        "The command to run, with the program's whole path. For pipes and variables"
                                + " write /bin/sh -c '...'.")
                .debian("ExecStart= in NAME.service.")
                .example("/usr/local/bin/backup")
                .placeholder("/usr/local/bin/backup")
                .nixos("systemd.services.<name>.script")
                .alias("run", "exec", "cmd", "job", "execStart");
        times(table);
        details(table);
        return table.fields();
    }

    private static void times(FieldTable table) {
        table.row(
                        "timers[].onCalendar",
                        Text.of(
                                Shape.CALENDAR,
                                "hourly",
                                "daily",
                                "weekly",
                                "monthly",
                                "*-*-* 04:00",
                                "Mon *-*-* 04:00"),
                        "At")
                .doc("A time of the calendar, as systemd writes it: daily, or Mon *-*-* 04:00.")
                .debian("OnCalendar= in NAME.timer.")
                .example("daily")
                .placeholder("daily")
                .nixos("systemd.timers.<name>.timerConfig.OnCalendar")
                .alias("at", "calendar", "when", "startAt", "special_time");
        table.row(
                        "timers[].onBoot",
                        Text.of(Shape.TIME_SPAN, "1min", "5min", "15min"),
                        "After boot")
                .doc("How long after power-on it runs.")
                .debian("OnBootSec= in NAME.timer.")
                .example("5min")
                .placeholder("5min")
                .nixos("systemd.timers.<name>.timerConfig.OnBootSec")
                .alias("boot", "onBootSec", "afterBoot");
        table.row("timers[].every", Text.of(Shape.TIME_SPAN, "15min", "1h", "1d"), "Every")
                .doc("How long after each run it runs again.")
                .debian("OnUnitActiveSec= in NAME.timer.")
                .example("1h")
                .placeholder("1h")
                .nixos("systemd.timers.<name>.timerConfig.OnUnitActiveSec")
                .alias("interval", "period", "onUnitActiveSec");
    }

    private static void details(FieldTable table) {
        table.row("timers[].user", Text.of(Shape.USER_NAME, "root"), "User")
                .defaultsTo("root")
                .doc("The user that the command runs as.")
                .debian("User= in NAME.service.")
                .example("alice")
                .placeholder("root")
                .nixos("systemd.services.<name>.serviceConfig.User")
                .alias("runAs", "as", "owner");
        table.row("timers[].persistent", new Bool(), "Make up for missed runs")
                .defaultsTo(false)
                .doc(
                        "Whether a run that was missed while the machine was off is made up for."
                                + " It needs a kept /var/lib/systemd/timers.")
                .debian("Persistent= in NAME.timer.")
                .example("true")
                .nixos("systemd.timers.<name>.timerConfig.Persistent")
                .alias("catchUp", "anacron");
        table.row(
                        "timers[].randomizedDelay",
                        Text.of(Shape.TIME_SPAN, "1min", "10min", "1h"),
                        "Random delay")
                .without("no delay")
                .doc(
                        "Waits a random time up to this, so that many machines do not start at the"
                                + " same moment.")
                .debian("RandomizedDelaySec= in NAME.timer.")
                .example("10min")
                .placeholder("10min")
                .nixos("systemd.timers.<name>.timerConfig.RandomizedDelaySec")
                .alias("randomizedDelaySec", "jitter", "delay");
        table.row("timers[].description", Text.of(Shape.LINE), "Description")
                .defaultsTo("")
                .doc("One line that tells people what it does.")
                .debian("Description= in both units.")
                .example("Nightly backup")
                .placeholder("What it does")
                .nixos("systemd.timers.<name>.description")
                .alias("desc", "comment");
    }
}
