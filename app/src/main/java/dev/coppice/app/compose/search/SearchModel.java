package dev.coppice.app.compose.search;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.search.FieldAdder;
import dev.coppice.model.search.Hit;
import dev.coppice.model.search.SpecSearch;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/** A search over everything that a spec can say and says. */
public final class SearchModel {

    private static final int MOST = 60;

    private final SpecSearch search;
    private final FieldAdder adder;
    private final SearchTarget target;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    public SearchModel(SpecSchema schema, SearchTarget target) {
        this.search = new SpecSearch(schema);
        this.adder = new FieldAdder(schema);
        this.target = target;
        query.addListener(o -> find());
    }

    /** What is typed. */
    StringProperty queryProperty() {
        return query;
    }

    /** What is found, the best first. */
    ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Why a field could not be added; empty when there is nothing to say. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Begins anew, on the document as it is now. */
    void open() {
        query.set("");
        find();
    }

    private void find() {
        notice.set("");
        hits.set(search.find(query.get(), target.tree(), MOST));
    }

    /**
     * Goes to what was found; a field that is not there is added.
     *
     * @return whether that was possible
     */
    boolean choose(Hit hit) {
        Optional<String> refused =
                switch (hit) {
                    case Hit.OfValue value -> {
                        target.reveal(value.path());
                        yield Optional.empty();
                    }
                    case Hit.OfField field when field.there().isPresent() -> {
                        target.reveal(field.there().get());
                        yield Optional.empty();
                    }
                    case Hit.OfField field ->
                            target.add(adder.add(field.field(), target.tree(), target.here()));
                };
        notice.set(refused.map(reason -> "Not added. " + reason).orElse(""));
        return refused.isEmpty();
    }
}
