package dev.coppice.app.preview;

import dev.coppice.app.parts.Buttons;
import dev.coppice.model.spec.Machine;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.vm.VmState;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Beside the screen: what must hold, and what the machine says of itself. */
final class SidePane extends ScrollPane {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final MachineViewModel model;
    private final VBox checks = new VBox();
    private final GridPane facts = new GridPane();
    private final VBox forwards = new VBox();

    SidePane(MachineViewModel model) {
        this.model = model;
        getStyleClass().addAll("side-pane", "plain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        checks.getStyleClass().add("check-list");
        facts.getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(88);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        forwards.getStyleClass().add("check-list");
        var all = new VBox(checksHead(), checks, title("Reach it"), forwards, factsHead(), facts);
        all.getStyleClass().add("side-content");
        all.getChildren().get(2).visibleProperty().bind(forwards.visibleProperty());
        all.getChildren().get(2).managedProperty().bind(forwards.visibleProperty());
        forwards.managedProperty().bind(forwards.visibleProperty());
        setContent(all);
        model.checks().subscribe(this::showChecks);
        model.factRows().subscribe(this::showFacts);
        model.forwards().subscribe(this::showForwards);
        model.stateProperty().subscribe(state -> showAll());
    }

    private void showAll() {
        showChecks();
        showFacts();
        showForwards();
    }

    private static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private Node checksHead() {
        var summary = new Label();
        summary.getStyleClass().addAll("text-muted", "figure");
        summary.textProperty().bind(model.checksSummaryProperty());
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("step-busy");
        busy.visibleProperty().bind(model.checkingProperty());
        var again = Buttons.icon(MaterialDesignR.REFRESH, "Run the checks again", model::recheck);
        again.disableProperty()
                .bind(
                        model.stateProperty()
                                .flatMap(
                                        s ->
                                                model.checkingProperty()
                                                        .map(b -> b || s != VmState.READY)));
        var head = new HBox(title("Checks"), summary, gap, busy, again);
        head.getStyleClass().add("side-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node factsHead() {
        var head = new HBox(title("Facts"));
        head.getStyleClass().add("side-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void showChecks() {
        checks.getChildren().clear();
        if (model.checks().isEmpty()) {
            checks.getChildren()
                    .add(
                            quiet(
                                    switch (model.stateProperty().get()) {
                                        case STARTING, RUNNING -> "They run once it is ready.";
                                        case READY ->
                                                model.factsProperty().get()
                                                        ? "The spec has no checks yet."
                                                        : "Asking the machine …";
                                        default -> "None were run.";
                                    }));
        }
        model.checks().forEach(c -> checks.getChildren().add(check(c)));
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private static Node check(CheckResult result) {
        var icon =
                new FontIcon(
                        switch (result.verdict()) {
                            case PASSED -> MaterialDesignC.CHECK_CIRCLE;
                            case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
                            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
                        });
        icon.getStyleClass().addAll("verdict", result.verdict().name().toLowerCase());
        var name = new Label(result.check());
        name.getStyleClass().add("check-name");
        name.setWrapText(true);
        var words = new VBox(name);
        if (!result.detail().isBlank()) {
            var detail = quiet(result.detail());
            detail.getStyleClass().add("check-detail");
            words.getChildren().add(detail);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(icon, words);
        row.getStyleClass().add("check-row");
        row.setAccessibleText(result.check() + ": " + result.verdict().name().toLowerCase());
        return row;
    }

    private void showFacts() {
        facts.getChildren().clear();
        if (model.factRows().isEmpty()) {
            facts.add(
                    quiet(
                            MachineViewModel.over(model.stateProperty().get())
                                    ? "It ended before it could be asked."
                                    : "They come from the machine once it is ready."),
                    0,
                    0,
                    2,
                    1);
        }
        int row = 0;
        for (FactRow fact : model.factRows()) {
            var name = quiet(fact.name());
            name.setMinWidth(USE_PREF_SIZE);
            var value = new Label(fact.value());
            value.getStyleClass().add("fact-value");
            value.pseudoClassStateChanged(BAD, fact.bad());
            value.setWrapText(true);
            facts.addRow(row++, name, value);
            GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        }
    }

    private void showForwards() {
        forwards.setVisible(!model.forwards().isEmpty());
        forwards.getChildren().setAll(model.forwards().stream().map(SidePane::forward).toList());
    }

    private static Label forward(Machine.Forward forward) {
        var label =
                new Label(
                        "127.0.0.1:%d → port %d"
                                .formatted(forward.hostPort(), forward.guestPort()));
        label.getStyleClass().add("fact-value");
        return label;
    }
}
