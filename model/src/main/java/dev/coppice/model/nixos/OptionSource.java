package dev.coppice.model.nixos;

import java.util.Optional;

/**
 * The port through which an analysis asks for the options of the channel that exports are written
 * for. Where no table is at hand little is known, and little is reported.
 */
@FunctionalInterface
public interface OptionSource {

    /** No table is at hand. */
    OptionSource NONE = Optional::empty;

    /** The table, when it is at hand. */
    Optional<NixOptions> options();
}
