package dev.coppice.model.spec;

import java.util.Optional;

/**
 * A command that runs at certain times: {@code NAME.timer} and {@code NAME.service}
 * (systemd.timer(5)). Times are texts as systemd.time(7) reads them; at least one of the first
 * three is there.
 *
 * @param name a short name
 * @param command the command line
 * @param onCalendar a calendar event, {@code daily}
 * @param onBoot a time after power-on
 * @param every a time after the last run
 * @param user the user who runs it, {@code root} by default
 * @param persistent whether a run that was missed is made up for
 * @param randomizedDelay an upper bound of a random delay
 * @param description one line for people, possibly empty
 */
public record Timer(
        String name,
        String command,
        Optional<String> onCalendar,
        Optional<String> onBoot,
        Optional<String> every,
        String user,
        boolean persistent,
        Optional<String> randomizedDelay,
        String description) {}
