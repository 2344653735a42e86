package dev.coppice.app.compose;

import dev.coppice.app.session.SpecSession;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.complete.Definition;
import dev.coppice.model.complete.Definitions;
import dev.coppice.model.complete.Hover;
import dev.coppice.model.complete.HoverDocs;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

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
    private final Supplier<Catalog> catalog;
    private final Executor background;
    private final Executor ui;

    /**
     * @param catalog what is known besides the text
     * @param background reads the text
     * @param ui gets the answers
     */
    TextHelp(
            SpecSession session,
            SpecSchema schema,
            Supplier<Catalog> catalog,
            Executor background,
            Executor ui) {
        this.catalog = catalog;
        this.session = session;
        this.docs = new HoverDocs(schema);
        this.definitions = new Definitions(schema);
        this.background = background;
        this.ui = ui;
    }

    /** What is to say about an offset; no answer when the text has changed meanwhile. */
    void hover(int offset, Consumer<Optional<Hover>> sink) {
        Catalog known = catalog.get();
        ask(text -> docs.at(text, offset, known), sink);
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
