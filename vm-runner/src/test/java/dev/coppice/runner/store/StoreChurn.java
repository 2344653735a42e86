package dev.coppice.runner.store;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A program that uses a store as several people would: builds, marks, deletes, collects. Its
 * arguments are the store, a seed and how often; it prints the numbers that it was given.
 */
final class StoreChurn {

    private StoreChurn() {}

    public static void main(String[] arguments) throws Exception {
        Random random = new Random(Long.parseLong(arguments[1]));
        for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
            // Opened anew each time: opening sweeps what dead processes left, and nothing else.
            Store store = StoreKit.open(Path.of(arguments[0]));
            if (!store.recovery().isEmpty()) {
                throw new IllegalStateException(store.recovery().toString());
            }
            Generation made = StoreKit.generation(store, "web", "c" + random.nextInt(5));
            System.out.println("made " + made.number());
            switch (random.nextInt(4)) {
                case 0 -> delete(store, made);
                case 1 ->
                        store.collect(new CollectRequest(OptionalInt.of(3), Set.of("web"), false));
                case 2 -> store.collect(new CollectRequest(OptionalInt.empty(), Set.of(), false));
                default ->
                        store.generations().mark(made, made.marks().labelled("by " + arguments[1]));
            }
            List<Generation> all = store.generations().list("web");
            for (Generation each : all) {
                try (Lease _ = store.lease(each)) {
                    if (store.exists("web", each.number())) {
                        store.layersOf(each);
                    }
                }
            }
        }
    }

    private static void delete(Store store, Generation made) throws Exception {
        try {
            store.generations().delete(made);
        } catch (java.io.IOException e) {
            // The other process was quicker.
            if (store.exists("web", made.number())) {
                throw e;
            }
        } catch (dev.coppice.runner.job.ProblemException e) {
            // The other process looks at it at this moment.
            if (!e.problem().code().equals("generation-in-use")) {
                throw e;
            }
        }
    }
}
