package dev.coppice.app.packages;

import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.index.CachedIndex;
import dev.coppice.runner.job.Problem;

import java.util.Optional;

/** What is known of the packages of the release that a spec names. */
public sealed interface ListState {

    /** The spec names no release that there is. */
    record NoRelease() implements ListState {}

    /**
     * The list is on its way, for the first time.
     *
     * @param fraction from 0 to 1, negative when nobody knows
     * @param words what happens
     */
    record Loading(double fraction, String words) implements ListState {}

    /**
     * The list is here.
     *
     * @param stale why no newer one could be had; empty when it is new enough
     */
    record Ready(CachedIndex list, Optional<Problem> stale) implements ListState {}

    /** There is no list, and none could be had. */
    record Failed(Problem problem) implements ListState {}

    /** There is no list: somebody stopped its download. */
    record Stopped() implements ListState {}

    /** The list, when there is one. */
    default Optional<PackageIndex> index() {
        return this instanceof Ready ready ? Optional.of(ready.list().index()) : Optional.empty();
    }
}
