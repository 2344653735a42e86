package dev.coppice.model.explain;

import java.util.Optional;

/**
 * A command that shows, in a running machine, what became of a field.
 *
 * @param command a line for a POSIX shell, run as root
 * @param expects what stands in its output when the field holds; empty when its exit status tells
 */
public record Proof(String command, Optional<String> expects) {

    /** A command that succeeds when the field holds. */
    static Proof succeeds(String command) {
        return new Proof(command, Optional.empty());
    }

    /** A command whose output has a text when the field holds. */
    static Proof shows(String command, String text) {
        return new Proof(command, Optional.of(text));
    }

    /** Whether the field holds in the machine that answered. */
    public boolean holds(int exitStatus, String output) {
        return expects.map(output::contains).orElse(exitStatus == 0);
    }
}
