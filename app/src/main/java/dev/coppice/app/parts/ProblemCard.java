package dev.coppice.app.parts;

import dev.coppice.runner.job.Problem;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A failure of the world: what happened, what to do next, the lines that explain it. */
public final class ProblemCard extends VBox {

    private static final int MOST_LINES = 12;

    public ProblemCard(Problem problem, Node... actions) {
        getStyleClass().add("problem-card");
        var icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE);
        icon.getStyleClass().add("problem-icon");
        var message = new Label(problem.message());
        message.getStyleClass().add("problem-message");
        message.setWrapText(true);
        HBox.setHgrow(message, Priority.ALWAYS);
        var head = new HBox(icon, message);
        head.getStyleClass().add("problem-head");
        getChildren().add(head);
        if (!problem.hint().isBlank()) {
            var hint = new Label(problem.hint());
            hint.getStyleClass().add("problem-hint");
            hint.setWrapText(true);
            getChildren().add(hint);
        }
        if (!problem.log().isEmpty()) {
            getChildren().add(log(problem));
        }
        var code = new Label(problem.code());
        code.getStyleClass().add("problem-code");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(actions);
        foot.getChildren().addAll(gap, code);
        foot.getStyleClass().add("problem-foot");
        getChildren().add(foot);
        setAccessibleText(problem.message() + " " + problem.hint());
    }

    private static TextArea log(Problem problem) {
        var lines = problem.log();
        var tail = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        var area = new TextArea(String.join("\n", tail));
        area.setEditable(false);
        area.getStyleClass().add("problem-log");
        area.setPrefRowCount(Math.clamp(tail.size() + 1, 2, MOST_LINES + 1));
        area.setAccessibleText("Last lines of the log");
        return area;
    }
}
