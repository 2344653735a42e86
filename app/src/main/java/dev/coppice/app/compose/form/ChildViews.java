package dev.coppice.app.compose.form;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views in a box. A part that stays where it is keeps its view, so that focus and cursor stay
 * while a person types.
 */
final class ChildViews {

    private final FormContext context;
    private final Pane box;
    private final boolean bare;
    private final Pane below;
    private List<Node> said = List.of();
    private Map<String, FormView> views = new LinkedHashMap<>();

    /**
     * @param bare whether the parts go without label and help, because the box says all that
     */
    ChildViews(FormContext context, Pane box, boolean bare) {
        this(context, box, bare, box);
    }

    /**
     * @param below gets what is said of parts that keep that apart
     */
    ChildViews(FormContext context, Pane box, boolean bare, Pane below) {
        this.below = below;
        this.context = context;
        this.box = box;
        this.bare = bare;
    }

    /** Shows newer parts. */
    void update(List<? extends FormNode> parts) {
        var next = new LinkedHashMap<String, FormView>();
        for (FormNode part : parts) {
            String key = part.getClass().getSimpleName() + part.field().id() + part.path();
            FormView view = views.get(key);
            if (view == null) {
                view = context.view(part, bare);
            }
            view.update(part);
            next.put(key, view);
        }
        if (!new ArrayList<>(next.keySet()).equals(new ArrayList<>(views.keySet()))) {
            List<Node> nodes = next.values().stream().map(FormView::node).toList();
            box.getChildren().setAll(nodes);
            below.getChildren().removeAll(said);
            said = next.values().stream().flatMap(view -> view.below().stream()).toList();
            below.getChildren().addAll(said);
        }
        views = next;
    }

    /** Puts the focus on the first input. */
    void focus() {
        views.values().stream().findFirst().ifPresent(FormView::focus);
    }
}
