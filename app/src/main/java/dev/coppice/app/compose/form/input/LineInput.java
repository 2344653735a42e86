package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.parts.Parts;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** One line of text or a number; with values to choose where there are any. */
final class LineInput implements Input {

    /** How far the arrow stands inside the line, in pixels. */
    private static final double OVERLAP = 35;

    /** Below this width, in pixels, a line has no room for what its value means. */
    private static final double NARROW = 250;

    private final TextField control = new TextField();
    private final Label meaning = new Label();
    private final Offers offers;
    private final Typed typed;
    private final HBox box = new HBox();

    /**
     * @param tools buttons behind the line
     */
    LineInput(Site site, Offers offers, List<Node> tools) {
        this.offers = offers;
        control.setPromptText(Values.prompt(site.field()));
        control.setPrefColumnCount(8);
        control.setMinWidth(112);
        HBox.setHgrow(control, Priority.ALWAYS);
        this.typed =
                new Typed(
                        control,
                        text -> {
                            site.entered().accept(Values.of(site.field(), text));
                            explain(text);
                        });
        meaning.getStyleClass().add("input-meaning");
        meaning.setMinWidth(0);
        meaning.setMaxWidth(160);
        box.getStyleClass().add("input-line");
        box.getChildren().add(control);
        if (offers.some()) {
            var popup = new OfferPopup(control, offers, () -> {});
            Button open =
                    Parts.tool(MaterialDesignC.CHEVRON_DOWN, "Show the values", popup::toggle);
            open.setFocusTraversable(false);
            open.getStyleClass().add("offer-button");
            control.getStyleClass().add("offer-field");
            HBox.setMargin(open, new Insets(0, 0, 0, -OVERLAP));
            box.getChildren().add(open);
            control.setAccessibleHelp("Press Down for values to choose");
        }
        box.getChildren().add(meaning);
        box.getChildren().addAll(tools);
        box.widthProperty().addListener(o -> makeRoom());
        explain("");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public TextField control() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        typed.show(text);
        explain(text);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    /** What the value is called, beside it. */
    private void explain(String text) {
        String words = text.isEmpty() ? "" : offers.titleOf(text).orElse("");
        meaning.setText(words);
        makeRoom();
    }

    /** In a narrow line the value is more than its meaning. */
    private void makeRoom() {
        Parts.show(meaning, !meaning.getText().isEmpty() && box.getWidth() >= NARROW);
    }
}
