package dev.coppice.runner.store;

import java.util.List;

/**
 * What looking through the whole store found.
 *
 * @param generations how many there are
 * @param layers how many there are
 * @param unsummed how many layers were made before their sums were kept: of those only names and
 *     sizes were compared
 * @param readBytes how much was read
 * @param damages what is wrong; empty when all is well
 * @param discarded how many damaged layers and project files were taken away
 */
public record Verification(
        int generations,
        int layers,
        int unsummed,
        long readBytes,
        List<Damage> damages,
        int discarded) {

    public Verification {
        damages = List.copyOf(damages);
    }
}
