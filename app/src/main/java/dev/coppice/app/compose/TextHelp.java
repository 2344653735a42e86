package dev.coppice.app.compose;

import dev.coppice.app.session.SpecSession;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.complete.Definition;
import dev.coppice.model.complete.Definitions;
import dev.coppice.model.complete.Hover;
import dev.coppice.model.complete.HoverDocs;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is to say about a place of the text, and where what it names is made. */
final class TextHelp {

    private final SpecSession session;
    private final HoverDocs docs;
    private final Definitions definitions;
    private final Supplier<Optional<PackageIndex>> packages;
    private final Executor background;
    private final Executor ui;

    /**
     * @param packages the list of packages of the release, once it is there
     * @param background reads the text
     * @param ui gets the answers
     */
    TextHelp(
            SpecSession session,
            SpecSchema schema,
            Supplier<Optional<PackageIndex>> packages,
            Executor background,
            Executor ui) {
        this.packages = packages;
        this.session = session;
        this.docs = new HoverDocs(schema);
        this.definitions = new Definitions(schema);
        this.background = background;
        this.ui = ui;
    }

    /** What is to say about an offset; no answer when the text has changed meanwhile. */
    void hover(int offset, Consumer<Optional<Hover>> sink) {
        var catalog = new Catalog(packages.get(), List::of);
        ask(text -> docs.at(text, offset, catalog), sink);
    }

    /** Where what stands at an offset is made; no answer when the text has changed meanwhile. */
    void definition(int offset, Consumer<Optional<Definition>> sink) {
        ask(text -> definitions.at(text, offset), sink);
    }

    private <T> void ask(Function<SpecText, T> question, Consumer<T> sink) {
        SpecText text = session.text();
        background.execute(
                () -> {
                    T answer = question.apply(text);
                    ui.execute(
                            () -> {
                                if (session.text() == text) {
                                    sink.accept(answer);
                                }
                            });
                });
    }
}
