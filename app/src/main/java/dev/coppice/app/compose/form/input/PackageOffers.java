package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Packages by name and summary, searched in the background in the list of the release; the usual
 * ones while there is no list.
 *
 * @param usual names to offer without a list
 */
record PackageOffers(FormTools tools, List<String> usual) implements Offers {

    private static final int MOST_FOUND = 60;

    @Override
    public void find(String typed, Consumer<List<Offer>> answer) {
        Optional<PackageIndex> index = tools.packages().index();
        if (index.isEmpty()) {
            Offers.of(() -> usual.stream().map(Offer::new).toList()).find(typed, answer);
            return;
        }
        CompletableFuture.supplyAsync(
                        () -> index.get().search(typed, MOST_FOUND), tools.background())
                .thenAcceptAsync(
                        found -> answer.accept(found.stream().map(PackageOffers::offer).toList()),
                        tools.ui());
    }

    private static Offer offer(PackageEntry entry) {
        return new Offer(entry.name(), entry.summary());
    }
}
