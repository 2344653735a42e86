package dev.coppice.app.start;

import dev.coppice.model.examples.Example;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/** One example of the gallery: its picture, title, purpose and tags. */
final class ExampleCard extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int TAGS = 3;
    private static final int TAG_LETTERS = 18;

    private final Example example;
    private boolean selected;

    ExampleCard(Example example) {
        this.example = example;
        setId("example-" + example.id());
        getStyleClass().add("example-card");
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(example.title() + ": " + example.description());
        var icon = new FontIcon(ExampleIcons.of(example.icon()));
        icon.getStyleClass().add("example-icon");
        var title = new Label(example.title());
        title.getStyleClass().add("example-title");
        var head = new HBox(icon, title);
        head.getStyleClass().add("example-head");
        var purpose = new Label(example.description());
        purpose.getStyleClass().add("example-purpose");
        purpose.setWrapText(true);
        purpose.setMinHeight(USE_PREF_SIZE);
        purpose.setMaxHeight(Double.MAX_VALUE);
        setVgrow(purpose, Priority.ALWAYS);
        getChildren().addAll(head, purpose, tags());
    }

    Example example() {
        return example;
    }

    boolean selected() {
        return selected;
    }

    void select(boolean now) {
        selected = now;
        pseudoClassStateChanged(SELECTED, now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(selected)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** As many tags as a narrow card has room for. */
    private HBox tags() {
        var row = new HBox();
        row.getStyleClass().add("example-tags");
        int letters = 0;
        for (String tag : example.tags()) {
            letters += tag.length();
            if (letters > TAG_LETTERS || row.getChildren().size() == TAGS) {
                break;
            }
            var chip = new Label(tag);
            chip.getStyleClass().add("badge");
            chip.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(chip);
        }
        return row;
    }
}
