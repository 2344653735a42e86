package dev.coppice.runner.store;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What to collect. Layers and project files that nothing needs always go.
 *
 * @param keep how many of the newest generations of each system stay besides those that are pinned,
 *     labelled, current or in use; absent: all stay
 * @param systems whose generations may go; empty for all
 * @param dryRun whether to say only what would go
 */
public record CollectRequest(OptionalInt keep, Set<String> systems, boolean dryRun) {

    public CollectRequest {
        systems = Set.copyOf(systems);
    }
}
