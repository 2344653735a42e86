package dev.coppice.app.options;

import dev.coppice.app.format.Human;
import dev.coppice.app.options.OptionState.Failed;
import dev.coppice.app.options.OptionState.Loading;
import dev.coppice.app.options.OptionState.Ready;
import dev.coppice.app.options.OptionState.Stopped;
import dev.coppice.app.options.OptionState.Unasked;
import dev.coppice.runner.nixos.OptionTable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/** Says how far the options of NixOS are. */
public final class OptionWords {

    private final InstantSource clock;
    private final ZoneId zone;

    public OptionWords(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** One line about a state. */
    public String of(OptionState state) {
        return switch (state) {
            case Unasked unasked -> "The options of NixOS are loaded with the first setting.";
            case Loading loading ->
                    "Loading the options of NixOS"
                            + (loading.fraction() < 0
                                    ? ""
                                    : ": " + Math.round(loading.fraction() * 100) + " %");
            case Failed failed -> "The options of NixOS are not here, so settings are not checked.";
            case Stopped stopped -> "The options of NixOS were not loaded.";
            case Ready ready -> ready(ready);
        };
    }

    private String ready(Ready ready) {
        OptionTable table = ready.table();
        String count =
                String.format(
                        Locale.ROOT,
                        "%,d options of NixOS %s",
                        table.options().all().size(),
                        table.release());
        String when = Human.ago(table.checked(), clock.instant(), zone);
        return switch (table.origin()) {
            case FILE -> count + ", from " + Path.of(table.source()).getFileName();
            case CHANNEL, EVALUATED ->
                    ready.stale().isPresent()
                            ? count + ", loaded " + when + "; newer ones cannot be had now"
                            : count + ", checked " + when;
        };
    }

    /** More about a state, for who asks; possibly empty. */
    String details(OptionState state) {
        return switch (state) {
            case Failed failed -> failed.problem().message() + "\n" + failed.problem().hint();
            case Ready ready ->
                    ready.stale()
                            .map(problem -> problem.message() + "\n" + problem.hint())
                            .orElse(ready.table().origin().words() + ": " + ready.table().source());
            default -> "";
        };
    }
}
