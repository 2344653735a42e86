package dev.coppice.model.yaml;

import java.util.Random;

/** Random documents for tests of other packages. */
public final class RandomDocuments {

    private RandomDocuments() {}

    /** A document, written in one of the many ways in which people write YAML. */
    public static String next(Random random) {
        return new RandomYaml(new Random(random.nextLong())).document();
    }
}
