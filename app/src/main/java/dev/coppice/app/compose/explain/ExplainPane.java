package dev.coppice.app.compose.explain;

import static dev.coppice.app.compose.explain.Words.note;
import static dev.coppice.app.compose.explain.Words.part;
import static dev.coppice.app.compose.explain.Words.prose;

import dev.coppice.app.parts.Buttons;
import dev.coppice.model.explain.Explanation;
import dev.coppice.model.include.Inherited;
import dev.coppice.model.schema.Field;
import dev.coppice.runner.build.debian.FieldEffects;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the field at the cursor does, what it becomes, and the command that proves it. */
public final class ExplainPane extends BorderPane {

    private static final int MOST_LINES = 30;

    private final Label title = new Label();
    private final Label path = new Label();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final ProofPart proof;

    /**
     * @param close hides the pane
     */
    public ExplainPane(ExplainViewModel model, Runnable close) {
        proof = new ProofPart(model, this::bringIntoView);
        setId("explain-pane");
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
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("explain-scroll");
        scroll.setAccessibleText("Explanation");
        setTop(head);
        setCenter(scroll);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close.run();
                        event.consume();
                    }
                });
        model.shownProperty().addListener((o, before, now) -> show(now));
        show(model.shownProperty().get());
    }

    /** Puts the focus where arrows move through what is said. */
    public void focus() {
        scroll.requestFocus();
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
        said.proof().ifPresent(proof::show);
        parts.add(
                part(
                        "In a running machine",
                        List.of(said.proof().isPresent() ? proof : prose(said.silence()))));
        explained.targets().stream().map(TargetPart::of).forEach(parts::add);
        if (!field.elsewhere().isEmpty()) {
            parts.add(part("Its names elsewhere", elsewhere(field)));
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
            nodes.add(Words.block(Words.file("Packages"), String.join(" ", effects.packages())));
        }
        for (FieldEffects.FileLines file : effects.files()) {
            List<String> lines = file.lines();
            String text =
                    lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
                            + (lines.size() > MOST_LINES
                                    ? "\n… and " + (lines.size() - MOST_LINES) + " more lines"
                                    : "");
            nodes.add(Words.block(Words.file(file.path()), text));
        }
    }

    private static List<Node> elsewhere(Field field) {
        var nodes = new ArrayList<Node>();
        for (Field.Elsewhere name : field.elsewhere()) {
            var system = new Label(name.system());
            system.getStyleClass().add("explain-system");
            system.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(8, system, Words.code(name.name()));
            row.setAlignment(Pos.BASELINE_LEFT);
            nodes.add(row);
        }
        return nodes;
    }

    /**
     * Once it has its place, which the layout of the next pulse gives it: what a command printed
     * may be below what can be seen.
     */
    private void bringIntoView(Node node) {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        var once = new Runnable[1];
        once[0] =
                () -> {
                    scene.removePostLayoutPulseListener(once[0]);
                    reveal(node);
                };
        scene.addPostLayoutPulseListener(once[0]);
        Platform.requestNextPulse();
    }

    private void reveal(Node node) {
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double room = content.getHeight() - view;
        double top = scroll.getVvalue() * room;
        boolean hidden = place.getMaxY() > top + view || place.getMinY() < top;
        if (room > 0 && hidden) {
            double fits = Math.min(place.getMinY() - 48, place.getMaxY() + 16 - view);
            scroll.setVvalue(Math.clamp(fits / room, 0, 1));
        }
    }
}
