package dev.coppice.runner.build;

import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TimingHistory.Sample;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a store knows that is of use to a plan. */
public final class StoreKnowledge implements BuildPlanner.Knowledge {

    private final Store store;
    private final List<LayerRef> newest;

    /**
     * @param system whose newest generation tells what changed
     */
    public StoreKnowledge(Store store, String system) {
        this.store = store;
        this.newest = newest(store, system);
    }

    private static List<LayerRef> newest(Store store, String system) {
        try {
            return store.generations().list(system).stream()
                    .findFirst()
                    .map(Generation::layers)
                    .orElse(List.of());
        } catch (IOException e) {
            // A plan without "why" is better than none.
            return List.of();
        }
    }

    @Override
    public Optional<Long> bytes(String digest) {
        return store.layers().find(digest).map(Layer::bytes);
    }

    @Override
    public Optional<CanonicalInputs> previous(LayerKind kind) {
        return newest.stream()
                .filter(layer -> layer.kind() == kind)
                .findFirst()
                .flatMap(layer -> store.layers().inputs(layer.digest()))
                .map(CanonicalInputs::parse);
    }

    @Override
    public Optional<Sample> history(String subject) {
        return store.timings().median(subject);
    }
}
