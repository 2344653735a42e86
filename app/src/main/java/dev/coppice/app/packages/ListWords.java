package dev.coppice.app.packages;

import dev.coppice.app.format.Human;
import dev.coppice.app.packages.ListState.Failed;
import dev.coppice.app.packages.ListState.Loading;
import dev.coppice.app.packages.ListState.NoRelease;
import dev.coppice.app.packages.ListState.Ready;
import dev.coppice.app.packages.ListState.Stopped;
import dev.coppice.runner.index.CachedIndex;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/** Says how far the list of packages is. */
public final class ListWords {

    private final InstantSource clock;
    private final ZoneId zone;

    public ListWords(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** One line about a state. */
    public String of(ListState state) {
        return switch (state) {
            case NoRelease none -> "Choose a release, then its packages can be searched.";
            case Loading loading -> "Loading the list of packages" + percent(loading);
            case Failed failed ->
                    "The list of packages could not be loaded. " + failed.problem().message();
            case Stopped stopped -> "The list of packages was not loaded.";
            case Ready ready -> ready(ready);
        };
    }

    private String ready(Ready ready) {
        CachedIndex list = ready.list();
        String when = Human.ago(list.checked(), clock.instant(), zone);
        if (ready.stale().isPresent()) {
            return "Offline: this list of packages was loaded " + when + ".";
        }
        return count(list) + ", checked " + when;
    }

    private static String count(CachedIndex list) {
        return String.format(
                Locale.ROOT, "%,d packages of %s", list.index().size(), list.archive().release());
    }

    private static String percent(Loading loading) {
        return loading.fraction() < 0 ? "" : ": " + Math.round(loading.fraction() * 100) + " %";
    }
}
