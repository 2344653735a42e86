package dev.coppice.runner.store;

import dev.coppice.runner.job.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What deleting generations takes away.
 *
 * @param generations those that would be deleted
 * @param layers the layers that nothing else needs
 * @param freedBytes what the disk gets back: those layers, project files that only they kept, and
 *     their own files
 * @param sharedBytes bytes of their layers that stay, because others need them
 * @param refusal why it would be refused; absent when it would be done
 */
public record Deletion(
        List<Generation> generations,
        List<LayerRef> layers,
        long freedBytes,
        long sharedBytes,
        Optional<Problem> refusal) {

    public Deletion {
        generations = List.copyOf(generations);
        layers = List.copyOf(layers);
    }
}
