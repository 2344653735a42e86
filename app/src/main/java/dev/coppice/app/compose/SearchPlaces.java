package dev.coppice.app.compose;

import dev.coppice.app.compose.search.SearchTarget;
import dev.coppice.model.search.Addition;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;
import java.util.function.Consumer;

/** What the search finds and does on the page. */
final class SearchPlaces implements SearchTarget {

    private final ComposeViewModel model;
    private final Consumer<YamlPath> reveal;

    /**
     * @param reveal shows form and text of a path
     */
    SearchPlaces(ComposeViewModel model, Consumer<YamlPath> reveal) {
        this.model = model;
        this.reveal = reveal;
    }

    @Override
    public Optional<YNode> tree() {
        return model.formProperty().get().document().tree();
    }

    @Override
    public YamlPath here() {
        return model.hereProperty().get();
    }

    @Override
    public void reveal(YamlPath path) {
        reveal.accept(path);
    }

    @Override
    public Optional<String> add(Addition addition) {
        return model.add(addition.label(), addition.op(), addition.path());
    }
}
