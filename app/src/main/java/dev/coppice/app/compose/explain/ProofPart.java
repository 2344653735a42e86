package dev.coppice.app.compose.explain;

import dev.coppice.app.parts.Buttons;
import dev.coppice.model.explain.Proof;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The command that proves a field, its button, and what the machine answered. */
final class ProofPart extends VBox {

    private final ExplainViewModel model;
    private final Consumer<Node> look;
    private final Label command = Words.code("");
    private final Button run;
    private final Label reason = Words.note("");
    private final VBox answer = new VBox();
    private String line = "";

    /**
     * @param look brings a node of this part into view
     */
    ProofPart(ExplainViewModel model, Consumer<Node> look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("explain-proof");
        command.getStyleClass().add("explain-command");
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        var copy = Buttons.icon(MaterialDesignC.CONTENT_COPY, "Copy the command", this::copy);
        copy.getStyleClass().add("form-tool");
        run = Buttons.plain("Run", MaterialDesignP.PLAY, model::prove);
        run.setId("explain-run");
        run.getStyleClass().addAll("small", "explain-run");
        var row = new HBox(6, command, copy, run);
        row.setAlignment(Pos.TOP_LEFT);
        answer.setManaged(false);
        getChildren().setAll(row, reason, answer);
        model.outcomeProperty().addListener((o, before, now) -> answered(now));
        model.obstacleProperty().addListener(o -> showObstacle());
        model.runningProperty().addListener(o -> showObstacle());
        showObstacle();
    }

    void show(Proof proof) {
        line = proof.command();
        command.setText("$ " + line);
        run.setAccessibleText("Run " + line + " in the machine");
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(line);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void showObstacle() {
        String why = model.obstacleProperty().get();
        boolean running = model.runningProperty().get();
        // While it runs the button keeps the focus, which would else wander and scroll the pane.
        run.setDisable(!why.isEmpty() && !running);
        reason.setText(running ? "Asking the machine …" : why);
        boolean says = !reason.getText().isEmpty();
        reason.setVisible(says);
        reason.setManaged(says);
    }

    private void answered(Optional<Outcome> outcome) {
        answer.setManaged(outcome.isPresent());
        answer.getChildren().setAll(outcome.map(o -> List.of(card(o))).orElse(List.of()));
        outcome.ifPresent(o -> look.accept(answer));
    }

    private static Node card(Outcome outcome) {
        var sign =
                new FontIcon(
                        outcome.good()
                                ? MaterialDesignC.CHECK_CIRCLE
                                : MaterialDesignA.ALERT_CIRCLE);
        var head = new Label(outcome.head(), sign);
        head.getStyleClass().add("explain-verdict");
        head.setWrapText(true);
        var box = Words.block(head, outcome.output());
        box.getStyleClass().add(outcome.good() ? "explain-good" : "explain-bad");
        return box;
    }
}
