package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.store.Generation;

import java.io.IOException;

/** Knows what the text of a generation means; this module does not read specs. */
@FunctionalInterface
public interface GenerationSpecs {

    /**
     * The system that a generation was built from.
     *
     * @throws IOException when its text cannot be understood any more
     */
    SystemSpec of(Generation generation) throws IOException;
}
