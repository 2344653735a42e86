package dev.coppice.app.compose.form.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where the values come from that an input offers. */
public interface Offers {

    /** More than this nobody reads. */
    int MOST = 300;

    /**
     * Finds what fits.
     *
     * @param typed what a person typed; everything fits an empty text
     * @param answer gets the values on the FX thread, at once or a little later
     */
    void find(String typed, Consumer<List<Offer>> answer);

    /** What a value is called, when that is known. */
    default Optional<String> titleOf(String value) {
        return Optional.empty();
    }

    /** Whether there can be anything at all. */
    default boolean some() {
        return true;
    }

    /** Values that are at hand, looked up anew each time. */
    static Offers of(Supplier<List<Offer>> all) {
        return new Offers() {
            @Override
            public void find(String typed, Consumer<List<Offer>> answer) {
                answer.accept(matching(all.get(), typed));
            }

            @Override
            public Optional<String> titleOf(String value) {
                return all.get().stream()
                        .filter(offer -> offer.value().equals(value))
                        .map(Offer::title)
                        .filter(title -> !title.isEmpty())
                        .findFirst();
            }
        };
    }

    /** Nothing to offer. */
    static Offers none() {
        return new Offers() {
            @Override
            public void find(String typed, Consumer<List<Offer>> answer) {
                answer.accept(List.of());
            }

            @Override
            public boolean some() {
                return false;
            }
        };
    }

    private static List<Offer> matching(List<Offer> all, String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(offer -> offer.rank(lower) >= 0)
                .sorted(Comparator.comparingInt(offer -> offer.rank(lower)))
                .limit(MOST)
                .toList();
    }
}
