package dev.coppice.app.compose.explain;

import dev.coppice.app.compose.Prose;
import dev.coppice.app.parts.Buttons;
import dev.coppice.model.explain.Explanation;
import dev.coppice.model.explain.Proof;
import dev.coppice.model.include.Inherited;
import dev.coppice.model.schema.Field;
import dev.coppice.runner.build.debian.FieldEffects;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the field at the cursor does, what it becomes, and the command that proves it. */
public final class ExplainPane extends BorderPane {

    private static final int MOST_LINES = 30;

    private final ExplainViewModel model;
    private final Label title = new Label();
    private final Label path = new Label();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Button run;
    private final Label reason = small("explain-reason");
    private final VBox answer = new VBox();

    /**
     * @param close hides the pane
     */
    public ExplainPane(ExplainViewModel model, Runnable close) {
        this.model = model;
        run = Buttons.plain("Run", MaterialDesignP.PLAY, model::prove);
        getStyleClass().add("explain-pane");
        setAccessibleText("Explain");
        title.getStyleClass().add("explain-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        path.getStyleClass().addAll("explain-code", "explain-path");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var away = Buttons.icon(MaterialDesignC.CLOSE, "Close Explain", close);
        away.getStyleClass().add("form-tool");
        var head = new HBox(8, title, path, gap, away);
        head.getStyleClass().add("explain-head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("explain-content");
        answer.getStyleClass().add("explain-answer");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("explain-scroll");
        setTop(head);
        setCenter(scroll);
        run.setId("explain-run");
        run.getStyleClass().add("small");
        model.shownProperty().addListener((o, before, now) -> show(now));
        model.outcomeProperty().addListener((o, before, now) -> showAnswer(now));
        model.obstacleProperty().addListener(o -> showObstacle());
        model.runningProperty().addListener(o -> showObstacle());
        show(model.shownProperty().get());
    }

    private void show(Optional<Explained> explained) {
        title.setText(explained.map(e -> e.explanation().field().title()).orElse("Explain"));
        String place = explained.map(e -> e.explanation().path().toString()).orElse("");
        if (!place.equals(path.getText())) {
            scroll.setVvalue(0);
        }
        path.setText(place);
        content.getChildren()
                .setAll(explained.map(this::parts).orElseGet(() -> List.of(nothing())));
        showObstacle();
    }

    private static Node nothing() {
        return note("Put the cursor on a setting, or choose a field of the form.");
    }

    private List<Node> parts(Explained explained) {
        Explanation said = explained.explanation();
        Field field = said.field();
        var parts = new ArrayList<Node>();
        parts.add(prose(field.text().documentation()));
        said.inherited().map(from -> inherited(from, said.present())).ifPresent(parts::add);
        parts.add(part("In a Debian image", onDebian(explained)));
        said.proof().ifPresent(proof -> parts.add(part("Prove it", proof(proof))));
        if (!field.elsewhere().isEmpty()) {
            parts.add(part("In other systems", elsewhere(field)));
        }
        return parts;
    }

    private static Node inherited(Inherited from, boolean present) {
        String place = from.file() + ", line " + from.position().line();
        return prose(
                present
                        ? "The included file " + place + " has it as well; this file wins, or adds."
                        : "Its value comes from the included file " + place + ".");
    }

    private static List<Node> onDebian(Explained explained) {
        var nodes = new ArrayList<Node>();
        nodes.add(prose(explained.explanation().field().text().onDebian()));
        explained.effects().ifPresent(effects -> effects(effects, nodes));
        if (!explained.silence().isEmpty()) {
            nodes.add(note(explained.silence()));
        }
        return nodes;
    }

    private static void effects(FieldEffects effects, List<Node> nodes) {
        if (!effects.packages().isEmpty()) {
            nodes.add(block("Packages", String.join(" ", effects.packages())));
        }
        for (FieldEffects.FileLines file : effects.files()) {
            List<String> lines = file.lines();
            String text =
                    lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
                            + (lines.size() > MOST_LINES
                                    ? "\n… and " + (lines.size() - MOST_LINES) + " more lines"
                                    : "");
            nodes.add(block(file.path(), text));
        }
    }

    private static List<Node> elsewhere(Field field) {
        var nodes = new ArrayList<Node>();
        for (Field.Elsewhere name : field.elsewhere()) {
            var system = new Label(name.system());
            system.getStyleClass().add("explain-system");
            system.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(8, system, code(name.name()));
            row.setAlignment(Pos.BASELINE_LEFT);
            nodes.add(row);
        }
        nodes.add(note("These are names only. Export will show the whole text."));
        return nodes;
    }

    private List<Node> proof(Proof proof) {
        var command = code("$ " + proof.command());
        command.getStyleClass().add("explain-command");
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(8, command, run);
        line.setAlignment(Pos.CENTER_LEFT);
        run.setAccessibleText("Run " + proof.command() + " in the machine");
        return List.of(line, reason, answer);
    }

    private void showObstacle() {
        String why = model.obstacleProperty().get();
        run.setDisable(!why.isEmpty() || model.runningProperty().get());
        run.setText(model.runningProperty().get() ? "Running …" : "Run");
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
    }

    private void showAnswer(Optional<Outcome> outcome) {
        answer.getChildren().setAll(outcome.map(o -> List.of(answer(o))).orElse(List.of()));
    }

    private static Node answer(Outcome outcome) {
        var box = block(outcome.head(), outcome.output());
        box.getStyleClass().add(outcome.good() ? "explain-good" : "explain-bad");
        return box;
    }

    private static VBox part(String title, List<Node> nodes) {
        var head = new Label(title);
        head.getStyleClass().add("explain-part");
        var part = new VBox(6, head);
        part.getChildren().addAll(nodes);
        return part;
    }

    private static VBox block(String head, String text) {
        var title = new Label(head);
        title.getStyleClass().add("explain-file");
        title.setWrapText(true);
        var lines = code(text);
        var box = new VBox(4, title, lines);
        box.getStyleClass().add("explain-block");
        return box;
    }

    private static Label code(String text) {
        var label = new Label(text);
        label.getStyleClass().add("explain-code");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label note(String words) {
        var label = small("explain-reason");
        label.setText(words);
        return label;
    }

    private static Label prose(String words) {
        var label = small("explain-prose");
        label.setText(Prose.of(words));
        return label;
    }

    private static Label small(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
