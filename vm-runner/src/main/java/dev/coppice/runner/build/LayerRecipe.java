package dev.coppice.runner.build;

import dev.coppice.runner.store.LayerKind;

import java.util.List;

/**
 * What a layer is to be made from.
 *
 * @param kind which layer
 * @param title for people, {@code Install 12 packages}
 * @param inputs everything that goes into it
 * @param history what steps it is alike, for forecasts: {@code base bookworm}
 * @param parts number of parts that its time grows with, at least 1
 * @param parents digests of the layers that it is made upon
 */
public record LayerRecipe(
        LayerKind kind,
        String title,
        CanonicalInputs inputs,
        String history,
        int parts,
        List<String> parents) {

    /** The topic of inputs that holds which versions of packages go into a layer. */
    public static final String VERSIONS = "versions of packages";

    public LayerRecipe {
        parents = List.copyOf(parents);
    }

    /** The layer's name in the store. */
    public String digest() {
        return inputs.digest();
    }
}
