package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.form.input.Catalogue;
import dev.coppice.app.compose.form.input.Inputs;
import dev.coppice.app.compose.form.input.Site;
import dev.coppice.model.include.Inheritance;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What all views of one form share.
 *
 * @param fixes what the quick fixes do
 * @param readOnly whether nothing can be changed now
 * @param document the document as it was last read
 * @param inheritance what the document has from the files that it includes
 * @param inputs chooses the input for a value
 * @param catalogue knows what can be chosen where
 * @param views the views by their paths
 */
record FormContext(
        SpecSchema schema,
        FormActions actions,
        FixAction fixes,
        ObservableBooleanValue readOnly,
        FormTools tools,
        Supplier<Optional<YNode>> document,
        Supplier<Inheritance> inheritance,
        Inputs inputs,
        Catalogue catalogue,
        Map<YamlPath, FormView> views) {

    static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    static FormContext of(
            SpecSchema schema,
            FormActions actions,
            FixAction fixes,
            ObservableBooleanValue readOnly,
            FormTools tools,
            Supplier<Optional<YNode>> document,
            Supplier<Inheritance> inheritance) {
        var catalogue = new Catalogue();
        return new FormContext(
                schema,
                actions,
                fixes,
                readOnly,
                tools,
                document,
                inheritance,
                new Inputs(catalogue),
                catalogue,
                new HashMap<>());
    }

    /** Makes the view of a part. */
    FormView view(FormNode part, boolean bare) {
        FormView view =
                switch (part) {
                    case FormNode.Value value -> new ValueView(this, value, bare);
                    case FormNode.Group group -> new GroupView(this, group, bare);
                    case FormNode.Items items when isWords(items) ->
                            new ChipsView(this, items, bare);
                    case FormNode.Items items -> new ItemsView(this, items, bare);
                    case FormNode.Entries entries -> new EntriesView(this, entries, bare);
                    case FormNode.Kinds kinds -> new KindsView(this, kinds);
                    case FormNode.RawPart raw -> new RawView(this, raw);
                    case FormNode.Strange strange -> new StrangeView(this, strange);
                };
        views.put(part.path(), view);
        return view;
    }

    /** The place of an input. */
    Site site(Field field, YamlPath path, Consumer<YamlValue> entered) {
        return new Site(field, path, document, tools, entered);
    }

    /** The view of the deepest part of a path that is on the screen. */
    Optional<FormView> deepest(YamlPath path) {
        for (YamlPath here = path; !here.steps().isEmpty(); here = here.parent()) {
            FormView view = views.get(here);
            if (view != null && view.node().getScene() != null) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    /** The id of the input at a path, for style sheets and tests. */
    static String id(YamlPath path) {
        return "field-" + path.toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    private boolean isWords(FormNode.Items items) {
        return Inputs.isWord(schema.item(items.field()).type());
    }
}
