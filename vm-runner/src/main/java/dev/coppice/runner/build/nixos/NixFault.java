package dev.coppice.runner.build.nixos;

import java.util.Optional;

/**
 * What Nix found wrong.
 *
 * @param message its words, without where
 * @param place where in an exported file, as near to the cause as Nix says it
 * @param option the option that it names
 */
record NixFault(String message, Optional<Place> place, Optional<String> option) {

    /**
     * A place in an exported file.
     *
     * @param file its path in the export
     * @param line from 1
     */
    record Place(String file, int line) {}
}
