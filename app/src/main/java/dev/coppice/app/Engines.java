package dev.coppice.app;

import java.nio.file.Path;

/** Opens stores with the real builder, the real generations and the real machines. */
public final class Engines {

    private Engines() {}

    /** Opens the store in a folder. */
    public static Engine open(Path store) {
        throw new UnsupportedOperationException("no builder yet for " + store);
    }
}
