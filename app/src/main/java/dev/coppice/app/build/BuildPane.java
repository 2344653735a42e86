package dev.coppice.app.build;

import dev.coppice.app.fx.Ticker;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.parts.ProblemCard;
import dev.coppice.app.theme.EmptyState;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.io.File;
import java.util.Locale;

/** The build page: forecast or stopwatch above, steps on the left, the log beside them. */
final class BuildPane extends StackPane {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final BuildViewModel model;
    private final Ticker clock;
    private final VBox rows = new VBox();
    private final VBox trouble = new VBox();

    BuildPane(BuildViewModel model) {
        this.model = model;
        clock = new Ticker(Duration.millis(200), model::tick);
        getStyleClass().addAll("page", "build-page");
        var steps = new VBox(trouble, rows);
        steps.getStyleClass().add("step-list");
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        var log =
                new LogPane(
                        model.log(),
                        model.followingProperty(),
                        model.noticeProperty(),
                        this::saveLog);
        var split = new SplitPane(scroll, log);
        split.setDividerPositions(0.4);
        SplitPane.setResizableWithParent(scroll, false);
        var work = new BorderPane();
        // Tab goes through the parts in the order in which they are set.
        work.setTop(header());
        work.setCenter(split);
        var empty = empty();
        getChildren().addAll(work, empty);
        var nothing =
                model.stateProperty()
                        .flatMap(
                                s ->
                                        model.buildableProperty()
                                                .map(can -> s == BuildState.IDLE && !can));
        empty.visibleProperty().bind(nothing);
        work.visibleProperty().bind(nothing.map(n -> !n));
        model.steps().subscribe(this::showSteps);
        showSteps();
        model.problemProperty().subscribe(p -> showProblem());
        model.stateProperty().subscribe(this::showState);
    }

    private Node header() {
        var headline = new Label();
        headline.getStyleClass().add("page-title");
        headline.textProperty().bind(model.headlineProperty());
        var subline = new Label();
        subline.getStyleClass().addAll("page-subtitle", "figure");
        subline.textProperty().bind(model.sublineProperty());
        var words = new VBox(headline, subline);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var actions = new HBox(cancel(), again(), next(), boot());
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        var line = new HBox(verdict(), words, actions);
        line.getStyleClass().add("page-head");
        var bar = new ProgressBar(0);
        bar.getStyleClass().addAll("small", "page-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of the build");
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.stateProperty().map(s -> s != BuildState.IDLE));
        return new VBox(line, bar, new LockBar(model.lock()));
    }

    private Node verdict() {
        var icon = new FontIcon();
        icon.getStyleClass().add("build-verdict");
        model.stateProperty()
                .subscribe(
                        s -> {
                            icon.setIconCode(
                                    switch (s) {
                                        case SUCCEEDED -> MaterialDesignC.CHECK_CIRCLE;
                                        case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
                                        default -> MaterialDesignC.CANCEL;
                                    });
                            icon.getStyleClass()
                                    .setAll(
                                            "ikonli-font-icon",
                                            "build-verdict",
                                            s.name().toLowerCase(Locale.ROOT));
                        });
        var place = new StackPane(icon);
        showWhen(place, BuildState.SUCCEEDED, BuildState.FAILED, BuildState.CANCELLED);
        return place;
    }

    private Button cancel() {
        var button = Buttons.danger("Cancel", MaterialDesignS.STOP_CIRCLE_OUTLINE, model::cancel);
        button.textProperty()
                .bind(
                        model.stateProperty()
                                .map(s -> s == BuildState.CANCELLING ? "Cancelling …" : "Cancel"));
        button.disableProperty().bind(model.stateProperty().map(s -> s == BuildState.CANCELLING));
        showWhen(button, BuildState.RUNNING, BuildState.CANCELLING);
        return button;
    }

    private Button again() {
        var button = Buttons.plain("Try again", MaterialDesignR.REFRESH, model::again);
        showWhen(button, BuildState.CANCELLED);
        return button;
    }

    private Button next() {
        var button =
                Buttons.plain("Next build", MaterialDesignC.CALENDAR_CLOCK_OUTLINE, model::dismiss);
        showWhen(button, BuildState.SUCCEEDED, BuildState.FAILED, BuildState.CANCELLED);
        return button;
    }

    private Button boot() {
        var button = Buttons.primary("Boot it", MaterialDesignP.PLAY, model::bootResult);
        showWhen(button, BuildState.SUCCEEDED);
        return button;
    }

    private void showWhen(Node node, BuildState... states) {
        var in = java.util.Set.of(states);
        node.visibleProperty().bind(model.stateProperty().map(in::contains));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node empty() {
        return new EmptyState(
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                "The spec has errors",
                "A build needs a spec without errors. Mend them, and the forecast of the build"
                        + " appears here: its steps, its time, and what is reused.",
                Buttons.primary(
                        "Show the problems",
                        MaterialDesignF.FORMAT_LIST_BULLETED,
                        model::showProblems));
    }

    private void showSteps() {
        rows.getChildren()
                .setAll(
                        model.steps().stream()
                                .map(s -> new StepPane(s, model.log().stepProperty()))
                                .toList());
    }

    private void showProblem() {
        var problem = model.problemProperty().get();
        trouble.getChildren().clear();
        trouble.setManaged(problem != null);
        if (problem != null) {
            trouble.getChildren()
                    .add(
                            new ProblemCard(
                                    problem,
                                    Buttons.primary(
                                            "Try again", MaterialDesignR.REFRESH, model::again)));
        }
    }

    private void showState(BuildState state) {
        pseudoClassStateChanged(FAILED, state == BuildState.FAILED);
        clock.run(state.busy());
    }

    private void saveLog() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the log");
        chooser.setInitialFileName("build.log");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.saveLog(file.toPath());
        }
    }
}
