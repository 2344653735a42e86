package dev.coppice.app.compose.problems;

import dev.coppice.app.compose.Prose;
import dev.coppice.app.compose.form.Remedy;
import dev.coppice.app.parts.Buttons;
import dev.coppice.model.diag.Diagnostic;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.List;
import java.util.Locale;

/** One finding: how bad, what, what to do, where, and a fix. */
final class ProblemCell extends ListCell<Diagnostic> {

    private final ProblemsPane.Actions actions;
    private final FontIcon icon = new FontIcon();
    private final Label message = new Label();
    private final Label help = new Label();
    private final Label place = new Label();
    private final Button fix = new Button(null, new FontIcon(MaterialDesignL.LIGHTBULB_OUTLINE));
    private final Tooltip fixWords = new Tooltip();
    private final Button why =
            Buttons.icon(
                    MaterialDesignH.HELP_CIRCLE_OUTLINE,
                    "Why is this a problem? (Shift+F1)",
                    this::explain);
    private final HBox row;

    ProblemCell(ProblemsPane.Actions actions) {
        this.actions = actions;
        getStyleClass().add("problem-cell");
        message.getStyleClass().add("problem-message");
        message.setTextOverrun(OverrunStyle.ELLIPSIS);
        help.getStyleClass().add("problem-help");
        place.getStyleClass().add("problem-place");
        place.setMinWidth(USE_PREF_SIZE);
        fix.getStyleClass().add("problem-fix");
        fix.setMinWidth(USE_PREF_SIZE);
        fix.setFocusTraversable(false);
        fix.setTooltip(fixWords);
        why.getStyleClass().add("problem-why");
        why.setFocusTraversable(false);
        var words = new VBox(message, help);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(icon, words, fix, why, place);
        row.getStyleClass().add("problem-row");
        setPrefWidth(0);
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (getItem() != null && e.getButton() == MouseButton.PRIMARY) {
                        actions.jump(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(Diagnostic finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(SeverityIcons.of(finding.severity()));
        look(List.of("ikonli-font-icon", SeverityIcons.style(finding.severity())));
        message.setText(Prose.message(finding));
        help.setText(Prose.of(finding.help()));
        place.setText("%d:%d".formatted(finding.start().line(), finding.start().column()));
        List<Remedy> remedies = actions.remedies(finding);
        boolean mendable = !remedies.isEmpty();
        fix.setVisible(mendable);
        fix.setManaged(mendable);
        if (mendable) {
            Remedy best = remedies.getFirst();
            fix.setText(best.label());
            fixWords.setText(best.label() + " (Alt+Enter)");
            fix.setOnAction(e -> best.action().run());
        }
        setAccessibleText(
                "%s in line %d: %s %s"
                        .formatted(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.start().line(),
                                finding.message(),
                                finding.help()));
        setGraphic(row);
    }

    /** Setting equal classes would look up the styles again with every key that is typed. */
    private void look(List<String> classes) {
        if (!icon.getStyleClass().equals(classes)) {
            icon.getStyleClass().setAll(classes);
        }
    }

    private void explain() {
        if (getItem() != null) {
            actions.why(getItem());
        }
    }
}
