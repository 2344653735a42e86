package dev.coppice.app.shell;

import atlantafx.base.theme.Styles;

import dev.coppice.app.format.Human;
import dev.coppice.app.theme.Badge;
import dev.coppice.app.theme.Badge.Tone;
import dev.coppice.runner.store.Target;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import java.util.Locale;

/** The bar that is the same on every page. */
final class TopBar extends HBox {

    private final TopBarViewModel model;

    /** What the bar's buttons do. */
    interface Actions {

        void undo();

        void redo();

        void undo(int steps);

        void redo(int steps);

        void showUnsaved();

        void save();

        void showProblems();

        void buildAndBoot();
    }

    TopBar(TopBarViewModel model, MenuButton projectMenu, Actions actions) {
        this.model = model;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        project(projectMenu),
                        divider(),
                        undoButton(actions),
                        redoButton(actions),
                        historyButton(actions),
                        saveButton(actions),
                        divider(),
                        problems(actions),
                        unsaved(actions),
                        since(),
                        gap,
                        target(),
                        forecast(),
                        build(actions));
    }

    private MenuButton project(MenuButton menu) {
        var name = new Label();
        name.getStyleClass().add("project-name");
        name.textProperty().bind(model.name);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        var folder = new Label();
        folder.getStyleClass().add("project-folder");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.textProperty().bind(model.folder);
        var both = new VBox(name, folder);
        both.setMaxWidth(200);
        menu.setId("project-menu");
        menu.getStyleClass().add("project");
        menu.setGraphic(both);
        menu.setMinWidth(110);
        menu.accessibleTextProperty()
                .bind(Bindings.concat("Project ", model.name, " in ", model.folder));
        return menu;
    }

    private Button undoButton(Actions actions) {
        Button button = tool("undo", MaterialDesignU.UNDO_VARIANT, actions::undo);
        follow(button, "Undo", "Ctrl+Z", model.undo);
        return button;
    }

    private Button redoButton(Actions actions) {
        Button button = tool("redo", MaterialDesignR.REDO_VARIANT, actions::redo);
        follow(button, "Redo", "Ctrl+Shift+Z", model.redo);
        return button;
    }

    private static void follow(
            Button button, String verb, String keys, ObservableValue<String> label) {
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> label.getValue().isEmpty(), label));
        ObservableValue<String> words =
                label.map(
                        what -> {
                            String object =
                                    what.isEmpty()
                                            ? ""
                                            : ": "
                                                    + what.substring(0, 1).toLowerCase(Locale.ROOT)
                                                    + what.substring(1);
                            return "%s%s (%s)".formatted(verb, object, keys);
                        });
        button.accessibleTextProperty().bind(words);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
    }

    private Button saveButton(Actions actions) {
        Button button = tool("save", MaterialDesignC.CONTENT_SAVE_OUTLINE, actions::save);
        button.disableProperty().bind(model.modified.not());
        button.setAccessibleText("Save");
        button.setTooltip(new Tooltip("Save (Ctrl+S)"));
        return button;
    }

    private Button problems(Actions actions) {
        var fine = badge(Tone.SUCCESS, MaterialDesignC.CHECK, "No problems");
        var errors = badge(Tone.DANGER, MaterialDesignA.ALERT_CIRCLE_OUTLINE, "");
        var warnings = badge(Tone.WARNING, MaterialDesignA.ALERT_OUTLINE, "");
        errors.textProperty().bind(count(model.errors, "error"));
        warnings.textProperty().bind(count(model.warnings, "warning"));
        show(fine, model.errors.isEqualTo(0).and(model.warnings.isEqualTo(0)));
        show(errors, model.errors.greaterThan(0));
        show(warnings, model.warnings.greaterThan(0));
        var row = new HBox(4, fine, errors, warnings);
        row.setAlignment(Pos.CENTER);
        var button = new Button(null, row);
        button.setId("problems-chip");
        button.getStyleClass().setAll("button", "chip-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> actions.showProblems());
        button.setTooltip(new Tooltip("Show the problems of the spec (F8 goes to the next)"));
        button.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        "Spec: %d errors, %d warnings"
                                                .formatted(
                                                        model.errors.get(), model.warnings.get()),
                                model.errors,
                                model.warnings));
        return button;
    }

    private Button historyButton(Actions actions) {
        Button button = tool("history", MaterialDesignM.MENU_DOWN, () -> {});
        button.getStyleClass().add("tool-narrow");
        button.setAccessibleText("Steps to undo or redo");
        button.setTooltip(new Tooltip("Undo or redo several steps"));
        button.disableProperty().bind(model.undo.isEmpty().and(model.redo.isEmpty()));
        button.setOnAction(
                e ->
                        new HistoryMenu(actions::undo, actions::redo)
                                .show(button, model.undoLabels(), model.redoLabels()));
        return button;
    }

    private Button unsaved(Actions actions) {
        var button = new Button(null, new Badge("Unsaved", Tone.NEUTRAL));
        button.setId("unsaved");
        button.getStyleClass().setAll("button", "chip-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> actions.showUnsaved());
        button.setTooltip(
                new Tooltip("Show what differs from the file (Ctrl+D). Save with Ctrl+S."));
        button.setAccessibleText("Show unsaved edits");
        show(button, model.modified);
        return button;
    }

    private Label since() {
        var label = new Label();
        label.getStyleClass().add("since");
        label.textProperty().bind(model.since.textProperty());
        label.setMinWidth(0);
        return label;
    }

    /** The target as a menu: another one is a click away, and changes no file. */
    private MenuButton target() {
        var badge = badge(Tone.ACCENT, MaterialDesignL.LAYERS_OUTLINE, "");
        badge.textProperty().bind(model.target);
        var menu = new MenuButton(null, badge);
        menu.setId("target-menu");
        menu.getStyleClass().addAll("chip-button", "target-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Target each : Target.values()) {
            var item = new RadioMenuItem(each.title() + ": " + made(each));
            item.setMnemonicParsing(false);
            item.setId("target-" + each.id());
            item.setToggleGroup(group);
            item.setSelected(each == model.targets.targetProperty().get());
            item.setOnAction(e -> model.targets.choose(each));
            menu.getItems().add(item);
        }
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tooltip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        "What the spec is built into."
                                                + (model.evaluation.get().isEmpty()
                                                        ? ""
                                                        : "\n" + model.evaluation.get()),
                                model.evaluation));
        menu.setTooltip(tooltip);
        menu.accessibleTextProperty().bind(Bindings.concat("Target: ", model.target));
        menu.accessibleHelpProperty().bind(model.evaluation);
        show(menu, model.target.isNotEmpty());
        return menu;
    }

    private static String made(Target target) {
        return switch (target) {
            case DEBIAN -> "layers that Coppice builds";
            case NIXOS -> "a disk that Nix builds";
            case KAIROS -> "a disk that Podman or Docker and AuroraBoot build";
        };
    }

    private VBox forecast() {
        var headline = new Label();
        headline.getStyleClass().add("forecast");
        headline.textProperty().bind(model.forecast);
        var detail = new Label();
        detail.getStyleClass().add("forecast-detail");
        detail.textProperty().bind(model.forecastDetail);
        var both = new VBox(headline, detail);
        both.setId("forecast");
        both.setAlignment(Pos.CENTER_RIGHT);
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private Button build(Actions actions) {
        var play = new FontIcon(MaterialDesignP.PLAY);
        var wheel = new ProgressIndicator();
        wheel.setPrefSize(16, 16);
        var running = model.buildAndBoot.runningProperty();
        var button = new Button("Build & boot");
        button.setMnemonicParsing(false);
        button.setId("build-boot");
        button.getStyleClass().addAll(Styles.ACCENT, "build-boot");
        button.setMinWidth(USE_PREF_SIZE);
        button.graphicProperty()
                .bind(Bindings.createObjectBinding(() -> running.get() ? wheel : play, running));
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> running.get() ? "Building" : "Build & boot", running));
        button.disableProperty()
                .bind(running.not().and(model.buildAndBoot.obstacleProperty().isNotEmpty()));
        button.setOnAction(e -> actions.buildAndBoot());
        button.setTooltip(
                new Tooltip("Builds the text as it is, saved or not, and boots it (Ctrl+Enter)"));
        button.setAccessibleText("Build and boot");
        button.accessibleHelpProperty().bind(model.forecastDetail);
        return button;
    }

    private static Button tool(String id, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool");
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Badge badge(Tone tone, Ikon icon, String text) {
        var badge = new Badge(text, tone);
        badge.setGraphic(new FontIcon(icon));
        badge.setMinWidth(USE_PREF_SIZE);
        return badge;
    }

    private static ObservableValue<String> count(ObservableValue<Number> number, String noun) {
        return number.map(n -> Human.count(n.longValue(), noun));
    }

    private static void show(Region node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static Region divider() {
        var line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }
}
