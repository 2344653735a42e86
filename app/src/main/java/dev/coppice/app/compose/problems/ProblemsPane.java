package dev.coppice.app.compose.problems;

import dev.coppice.app.compose.form.Remedy;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** The list of what was found in the spec. */
public final class ProblemsPane extends VBox {

    private final ListView<Diagnostic> list = new ListView<>();
    private final Label summary = new Label();
    private final Label fine =
            new Label("Nothing to mend", new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
    private final Actions actions;

    /** What the list does. */
    public interface Actions {

        /** Shows the place of a finding. */
        void jump(Diagnostic finding);

        /** What mends a finding, the best first. */
        List<Remedy> remedies(Diagnostic finding);

        /** Shows the fixes of the place that was jumped to. */
        void showFixes();

        /** Tells why a finding matters. */
        void why(Diagnostic finding);
    }

    public ProblemsPane(Actions actions) {
        this.actions = actions;
        getStyleClass().add("problems");
        var title = new Label("Problems");
        title.getStyleClass().add("pane-title");
        summary.getStyleClass().add("muted");
        fine.getStyleClass().add("problems-none");
        var head = new HBox(title, summary, fine);
        head.getStyleClass().add("problems-head");
        list.setId("problems");
        list.getStyleClass().add("problem-list");
        list.setAccessibleText("Problems of the spec");
        list.setCellFactory(view -> new ProblemCell(actions));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setOnContextMenuRequested(this::showMenu);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    /** Shows other findings; the choice stays where it was. */
    public void show(List<Diagnostic> findings) {
        if (!findings.equals(list.getItems())) {
            int chosen = list.getSelectionModel().getSelectedIndex();
            list.getItems().setAll(findings);
            if (chosen >= 0 && !findings.isEmpty()) {
                list.getSelectionModel().select(Math.min(chosen, findings.size() - 1));
            }
        }
        summary.setText(words(findings));
        boolean none = findings.isEmpty();
        list.setVisible(!none);
        list.setManaged(!none);
        fine.setVisible(none);
        fine.setManaged(none);
        summary.setManaged(!none);
    }

    /** Puts the focus into the list. */
    public void focus() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        list.requestFocus();
    }

    /** Goes to the finding behind the chosen one, or to the first. */
    public void next(boolean backwards) {
        int size = list.getItems().size();
        if (size == 0) {
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        int next = Math.floorMod(chosen + (backwards ? -1 : 1), size);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
        actions.jump(list.getItems().get(next));
    }

    private void showMenu(ContextMenuEvent event) {
        Diagnostic chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            new ProblemMenu(actions).of(chosen).show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        Diagnostic chosen = list.getSelectionModel().getSelectedItem();
        boolean enter = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
        boolean fix =
                (enter && event.isAltDown())
                        || (event.getCode() == KeyCode.PERIOD && event.isShortcutDown());
        boolean why = event.getCode() == KeyCode.F1 && event.isShiftDown();
        if (chosen == null || !(enter || fix || why)) {
            return;
        }
        if (why) {
            actions.why(chosen);
        } else if (!fix) {
            actions.jump(chosen);
        } else {
            List<Remedy> remedies = actions.remedies(chosen);
            if (remedies.size() > 1) {
                actions.jump(chosen);
                actions.showFixes();
            } else {
                remedies.forEach(remedy -> remedy.action().run());
            }
        }
        event.consume();
    }

    private static String words(List<Diagnostic> findings) {
        long errors = findings.stream().filter(d -> d.severity() == Severity.ERROR).count();
        long warnings = findings.stream().filter(d -> d.severity() == Severity.WARNING).count();
        if (errors + warnings == 0) {
            return "";
        }
        String first = errors == 1 ? "1 error" : errors + " errors";
        String second = warnings == 1 ? "1 warning" : warnings + " warnings";
        return errors == 0 ? second : warnings == 0 ? first : first + ", " + second;
    }
}
