package dev.coppice.app.options;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.nixos.OptionTable;

import java.util.Optional;

/** What is known of the options of NixOS. */
public sealed interface OptionState {

    /** Nobody has needed them yet. */
    record Unasked() implements OptionState {}

    /**
     * They are on their way, for the first time.
     *
     * @param fraction from 0 to 1, negative when nobody knows
     */
    record Loading(double fraction) implements OptionState {}

    /**
     * They are here.
     *
     * @param stale why no newer ones could be had; empty when they are new enough
     */
    record Ready(OptionTable table, Optional<Problem> stale) implements OptionState {}

    /** There are none, and none could be had. */
    record Failed(Problem problem) implements OptionState {}

    /** There are none: somebody stopped the download. */
    record Stopped() implements OptionState {}

    /** The options, when they are here. */
    default Optional<NixOptions> options() {
        return this instanceof Ready ready
                ? Optional.of(ready.table().options())
                : Optional.empty();
    }
}
