package dev.coppice.app.compose.form;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all views of one form share.
 *
 * @param readOnly whether nothing can be changed now
 * @param fixes what the quick fixes do
 * @param views the views by their paths
 */
record FormContext(
        SpecSchema schema,
        FormActions actions,
        ObservableBooleanValue readOnly,
        FixAction fixes,
        Map<YamlPath, FormView> views) {

    static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    FormContext(
            SpecSchema schema,
            FormActions actions,
            ObservableBooleanValue readOnly,
            FixAction fixes) {
        this(schema, actions, readOnly, fixes, new HashMap<>());
    }

    /** Makes the view of a part. */
    FormView view(FormNode part, boolean bare) {
        FormView view =
                switch (part) {
                    case FormNode.Value value -> new ValueView(this, value, bare);
                    case FormNode.Group group -> new GroupView(this, group, bare);
                    case FormNode.Items items -> new ItemsView(this, items, bare);
                    case FormNode.Entries entries -> new EntriesView(this, entries, bare);
                    case FormNode.Kinds kinds -> new KindsView(this, kinds);
                    case FormNode.Strange strange -> new StrangeView(this, strange);
                };
        views.put(part.path(), view);
        return view;
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
}
