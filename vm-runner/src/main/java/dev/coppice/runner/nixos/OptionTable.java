package dev.coppice.runner.nixos;

import dev.coppice.model.nixos.NixOptions;

import java.time.Instant;

/**
 * The options of a release as they are kept.
 *
 * @param source the address, the file or the expression that they come from
 * @param checked when they were downloaded, evaluated or read
 */
public record OptionTable(
        String release, NixOptions options, Origin origin, String source, Instant checked) {

    /** Where options come from. */
    public enum Origin {
        /** The channel, over HTTPS; channels sign nothing. */
        CHANNEL("downloaded from the channel"),
        /** Nix on this computer. */
        EVALUATED("evaluated by Nix"),
        /** A file that somebody named. It stays until another table is asked for. */
        FILE("read from a file");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
