package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.parts.Thumbnail;
import dev.coppice.app.theme.Badge;
import dev.coppice.model.diff.Change;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Target;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.Locale;

/** All about the chosen generation, and what can be done with it. */
final class DetailPane extends VBox {

    private static final int MOST_CHANGES = 30;

    private final GenerationsViewModel model;
    private final GenerationDialogs dialogs;

    DetailPane(GenerationsViewModel model, GenerationDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("detail-pane");
    }

    void show(GenerationCard card) {
        Generation generation = card.generation();
        var title = new Label(card.title());
        title.getStyleClass().add("page-title");
        var head = new HBox(title);
        head.getStyleClass().add("badge-line");
        head.setAlignment(Pos.CENTER_LEFT);
        if (card.current()) {
            head.getChildren().add(new Badge("Current", Badge.Tone.ACCENT));
        }
        if (card.pinned()) {
            head.getChildren().add(new Badge("Pinned", Badge.Tone.NEUTRAL));
        }
        var when =
                new Label(
                        "Made "
                                + model.ago(generation)
                                + ", "
                                + card.buildTime()
                                + ". "
                                + (generation.target() == Target.DEBIAN
                                        ? "Kernel " + generation.kernelVersion()
                                        : generation.target().title())
                                + ".");
        when.getStyleClass().addAll("page-subtitle", "figure");
        when.setWrapText(true);
        var words = new VBox(head);
        if (!card.label().isEmpty()) {
            var label = new Label(card.label());
            label.getStyleClass().add("generation-label");
            label.setWrapText(true);
            words.getChildren().add(label);
        }
        words.getChildren().add(when);
        if (!card.origin().isEmpty()) {
            words.getChildren().add(quiet(card.origin() + "."));
        }
        getChildren().setAll(words, actions(card));
        generation
                .boot()
                .flatMap(BootRecord::screenshot)
                .ifPresent(
                        file ->
                                getChildren()
                                        .add(new Thumbnail(java.util.Optional.of(file), 480, 300)));
        getChildren().addAll(section("What changed", changes(card)));
        getChildren().addAll(section("Layers", layers(generation)));
        getChildren().addAll(section("Last boot", boot(generation)));
    }

    private Node actions(GenerationCard card) {
        var boot = Buttons.primary("Boot", MaterialDesignP.PLAY, () -> model.boot(card, false));
        var compare =
                Buttons.plain(
                        card.previous().map(p -> "Compare with " + p.number()).orElse("Compare"),
                        MaterialDesignC.COMPARE_HORIZONTAL,
                        () -> model.compareWithPrevious(card));
        compare.setDisable(card.previous().isEmpty());
        var back = Buttons.plain("Roll back", MaterialDesignH.HISTORY, () -> model.rollBack(card));
        var more = new MenuButton("More");
        more.setMinWidth(USE_PREF_SIZE);
        more.getItems()
                .addAll(
                        item(
                                "Boot and keep its state",
                                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                                () -> model.boot(card, true)),
                        item(
                                "Show the build log",
                                MaterialDesignT.TEXT_LONG,
                                () -> dialogs.log(card)),
                        new SeparatorMenuItem(),
                        item(
                                card.pinned() ? "Unpin" : "Pin",
                                card.pinned()
                                        ? MaterialDesignP.PIN_OFF_OUTLINE
                                        : MaterialDesignP.PIN_OUTLINE,
                                () -> model.pin(card, !card.pinned())),
                        item("Label …", MaterialDesignL.LABEL_OUTLINE, () -> dialogs.label(card)),
                        item(
                                "Branch off …",
                                MaterialDesignS.SOURCE_BRANCH,
                                () -> dialogs.branch(card)),
                        item("Export …", MaterialDesignE.EXPORT, () -> dialogs.export(card)),
                        new SeparatorMenuItem(),
                        item(
                                "Delete …",
                                MaterialDesignD.DELETE_OUTLINE,
                                () -> dialogs.delete(card)));
        var actions = new FlowPane(boot, compare, back, more);
        actions.getStyleClass().add("detail-actions");
        return actions;
    }

    private static MenuItem item(String text, org.kordamp.ikonli.Ikon icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(e -> action.run());
        return item;
    }

    private static Node[] section(String title, Node content) {
        var label = new Label(title);
        label.getStyleClass().add("section-title");
        return new Node[] {label, content};
    }

    private static Node changes(GenerationCard card) {
        var list = new VBox();
        list.getStyleClass().add("change-list");
        if (card.changes().isEmpty()) {
            list.getChildren().add(quiet(card.summary() + "."));
        }
        card.changes().stream()
                .limit(MOST_CHANGES)
                .map(DetailPane::change)
                .forEach(list.getChildren()::add);
        int rest = card.changes().size() - MOST_CHANGES;
        if (rest > 0) {
            list.getChildren().add(quiet("and " + Human.count(rest, "more change")));
        }
        return list;
    }

    private static Node change(Change change) {
        var icon =
                new FontIcon(
                        switch (change.kind()) {
                            case ADDED -> MaterialDesignP.PLUS_CIRCLE_OUTLINE;
                            case REMOVED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
                            case CHANGED -> MaterialDesignP.PENCIL_CIRCLE_OUTLINE;
                        });
        icon.getStyleClass().addAll("change-icon", change.kind().name().toLowerCase(Locale.ROOT));
        var words = new Label(GenerationCard.words(change).replaceFirst("^[+−] ", ""));
        words.setWrapText(true);
        var row = new HBox(icon, words);
        row.getStyleClass().add("change-row");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private static Node layers(Generation generation) {
        var grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        int row = 0;
        for (LayerRef layer : generation.layers()) {
            var name = new Label(layer.kind().name().toLowerCase(Locale.ROOT));
            name.setMinWidth(72);
            var size = new Label(Human.bytes(layer.bytes()));
            size.getStyleClass().add("figure");
            size.setMinWidth(USE_PREF_SIZE);
            var made =
                    new Badge(
                            layer.reused() ? "reused" : Human.duration(layer.took()),
                            layer.reused() ? Badge.Tone.NEUTRAL : Badge.Tone.ACCENT);
            made.setMinWidth(USE_PREF_SIZE);
            var why = quiet(layer.why());
            GridPane.setHgrow(why, Priority.ALWAYS);
            grid.addRow(row++, name, size, made, why);
        }
        return grid;
    }

    private static Node boot(Generation generation) {
        if (generation.boot().isEmpty()) {
            return quiet("It has not booted yet: no facts, no checks, no picture.");
        }
        BootRecord boot = generation.boot().get();
        var list = new VBox();
        list.getStyleClass().add("check-list");
        list.getChildren()
                .add(
                        quiet(
                                "Ready in %s with %s; %d packages, %d units, %d MiB in use."
                                        .formatted(
                                                Human.duration(boot.ready()),
                                                boot.accelerator().toUpperCase(Locale.ROOT),
                                                boot.facts().packages().size(),
                                                boot.facts().units().size(),
                                                boot.facts().memoryUsedMiB())));
        boot.checks().forEach(c -> list.getChildren().add(check(c)));
        return list;
    }

    private static Node check(CheckResult result) {
        var icon =
                new FontIcon(
                        switch (result.verdict()) {
                            case PASSED -> MaterialDesignC.CHECK_CIRCLE;
                            case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
                            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
                        });
        icon.getStyleClass().addAll("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        var words = new Label(result.check());
        words.setWrapText(true);
        var row = new HBox(icon, words);
        row.getStyleClass().add("check-row");
        return row;
    }
}
