package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What deleting a generation takes away.
 *
 * @param layers the layers that nothing else needs
 */
public record Deletion(Generation generation, List<LayerRef> layers) {

    public Deletion {
        layers = List.copyOf(layers);
    }

    /** Works it out from all generations of all systems. */
    static Deletion of(Generation generation, List<Generation> all) {
        Set<String> needed =
                all.stream()
                        .filter(g -> !g.directory().equals(generation.directory()))
                        .flatMap(g -> g.layers().stream())
                        .map(LayerRef::digest)
                        .collect(Collectors.toSet());
        return new Deletion(
                generation,
                generation.layers().stream().filter(l -> !needed.contains(l.digest())).toList());
    }

    /** What to say before it is done. */
    public String words() {
        String own =
                "Its spec text, build log, facts, check results and screenshot are removed for"
                        + " good.";
        if (layers.isEmpty()) {
            return own + " Its layers stay: other generations use them.";
        }
        long bytes = layers.stream().mapToLong(LayerRef::bytes).sum();
        String names =
                layers.stream()
                        .map(l -> l.kind().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return own
                + " This frees "
                + Human.bytes(bytes)
                + ": "
                + (layers.size() == 1 ? "the layer " : "the layers ")
                + names
                + ", which nothing else uses.";
    }
}
