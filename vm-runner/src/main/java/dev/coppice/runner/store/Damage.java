package dev.coppice.runner.store;

import java.nio.file.Path;
import java.util.List;

/**
 * Something in the store that is not as it was written.
 *
 * @param what which part
 * @param place where it is
 * @param message what is wrong with it
 * @param generations titles of the generations that need it, {@code web generation 3}
 * @param advice what to do
 */
public record Damage(
        What what, Path place, String message, List<String> generations, String advice) {

    public Damage {
        generations = List.copyOf(generations);
    }

    /** Parts of a store. */
    public enum What {
        GENERATION,
        BOOT,
        LAYER,
        PROJECT_FILE
    }
}
