package dev.coppice.app.compose.form.parts;

import dev.coppice.app.compose.Prose;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of what a field is; the others on a click. */
public final class Help extends TextFlow {

    /** A full stop that ends a sentence: what follows begins anew. */
    private static final Pattern END = Pattern.compile("[.?] (?=[A-Z`])");

    private final Text words = new Text();
    private final Hyperlink more = new Hyperlink("More");
    private final String first;
    private final String whole;

    /**
     * @param about what it explains, for screen readers
     */
    public Help(String about, String text) {
        this.whole = Prose.of(text);
        Matcher end = END.matcher(whole);
        this.first = end.find() ? whole.substring(0, end.start() + 1) : whole;
        getStyleClass().add("field-help");
        setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("field-help-text");
        more.getStyleClass().add("field-more");
        more.setFocusTraversable(false);
        more.setAccessibleText("More about " + about);
        more.setOnAction(e -> open(more.getText().equals("More")));
        getChildren().add(words);
        if (!first.equals(whole)) {
            getChildren().add(more);
        }
        open(false);
        Parts.show(this, !whole.isBlank());
    }

    private void open(boolean all) {
        words.setText(all ? whole + " " : first + " ");
        more.setText(all ? "Less" : "More");
    }
}
