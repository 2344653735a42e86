package dev.coppice.app.preview;

import dev.coppice.app.parts.Buttons;
import dev.coppice.app.parts.ProblemCard;
import dev.coppice.app.theme.Badge;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.vm.Accelerator;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.Executor;

/** One machine: its screen and console, its state, its checks and facts, what can be done. */
final class MachinePane extends BorderPane {

    private final MachineViewModel model;
    private final PreviewViewModel all;
    private final Optional<ScreenPane> screen;
    private final ToggleButton showScreen = new ToggleButton("Screen");
    private final ToggleButton showSerial = new ToggleButton("Serial console");
    private final MenuButton keys = new MenuButton("Send keys");

    MachinePane(MachineViewModel model, PreviewViewModel all, Executor pulse) {
        this.model = model;
        this.all = all;
        getStyleClass().add("machine-pane");
        screen = model.machine().screen().map(s -> screen(s, pulse));
        setTop(header());
        setCenter(body());
        setRight(new SidePane(model));
    }

    private ScreenPane screen(ScreenSource source, Executor pulse) {
        return new ScreenPane(source, pulse, keys::requestFocus);
    }

    /** Puts the keyboard on the machine's screen. */
    void focusScreen() {
        screen.ifPresent(ScreenPane::requestFocus);
    }

    /** Leaves the machine's screen. */
    void close() {
        screen.ifPresent(ScreenPane::close);
    }

    private Node header() {
        var title = new Label(model.title());
        title.getStyleClass().add("page-title");
        var clock = new Label();
        clock.getStyleClass().addAll("page-subtitle", "figure");
        clock.textProperty().bind(model.clockProperty());
        var badges = new HBox(state(), kept(), accelerator(), clock);
        badges.getStyleClass().add("badge-line");
        badges.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(title, badges);
        words.getStyleClass().add("page-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words, actions());
        line.getStyleClass().addAll("page-header", "page-head");
        return line;
    }

    private Node state() {
        var badge = new Badge("", Badge.Tone.NEUTRAL);
        badge.setMinWidth(USE_PREF_SIZE);
        badge.getStyleClass().add("state-badge");
        model.stateProperty()
                .subscribe(
                        s -> {
                            badge.setText(words(s));
                            badge.setTone(tone(s));
                        });
        return badge;
    }

    static String words(VmState state) {
        return switch (state) {
            case STARTING -> "Starting";
            case RUNNING -> "Booting";
            case READY -> "Ready";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    static Badge.Tone tone(VmState state) {
        return switch (state) {
            case STARTING, RUNNING -> Badge.Tone.ACCENT;
            case READY -> Badge.Tone.SUCCESS;
            case STOPPING -> Badge.Tone.WARNING;
            case STOPPED -> Badge.Tone.NEUTRAL;
            case FAILED -> Badge.Tone.DANGER;
        };
    }

    private Node kept() {
        RunOptions options = model.machine().options();
        var badge =
                options.keepState()
                        ? new Badge("State kept", Badge.Tone.WARNING)
                        : new Badge("Throw-away", Badge.Tone.NEUTRAL);
        badge.setMinWidth(USE_PREF_SIZE);
        badge.setTooltip(
                new Tooltip(
                        options.keepState()
                                ? "The paths under storage.persist survive power-off."
                                : "All that this machine writes is gone at power-off."));
        return badge;
    }

    private Node accelerator() {
        Accelerator.Choice choice = model.machine().accelerator();
        var badge = new Badge(choice.accelerator().name(), Badge.Tone.NEUTRAL);
        badge.setMinWidth(USE_PREF_SIZE);
        badge.setTooltip(new Tooltip(choice.why()));
        badge.setAccessibleText(choice.accelerator() + ": " + choice.why());
        return badge;
    }

    private Node actions() {
        keys.setGraphic(new FontIcon(MaterialDesignK.KEYBOARD_OUTLINE));
        keys.getItems()
                .addAll(
                        chord("Ctrl+Alt+Del", Keysyms.CONTROL, Keysyms.ALT, Keysyms.DELETE),
                        new SeparatorMenuItem(),
                        chord("Ctrl+Alt+F1", Keysyms.CONTROL, Keysyms.ALT, Keysyms.F1),
                        chord("Ctrl+Alt+F2", Keysyms.CONTROL, Keysyms.ALT, Keysyms.F1 + 1),
                        new SeparatorMenuItem(),
                        paste());
        keys.visibleProperty().bind(showScreen.selectedProperty());
        keys.managedProperty().bind(keys.visibleProperty());
        var picture =
                Buttons.icon(MaterialDesignC.CAMERA_OUTLINE, "Save a picture …", this::savePicture);
        picture.setDisable(screen.isEmpty());
        var restart = Buttons.plain("Restart", MaterialDesignR.RESTART, () -> all.restart(model));
        var stop = Buttons.plain("Stop", MaterialDesignP.POWER, model::stop);
        stop.setTooltip(new Tooltip("Ask the machine to power off, and insist after a while"));
        var kill = Buttons.danger("Kill", MaterialDesignC.CLOSE_OCTAGON_OUTLINE, model::kill);
        kill.setTooltip(new Tooltip("End the machine at once, as if the plug were pulled"));
        var over = model.stateProperty().map(MachineViewModel::over);
        kill.disableProperty().bind(over);
        keys.disableProperty().bind(over);
        stop.disableProperty()
                .bind(
                        model.stateProperty()
                                .map(s -> s == VmState.STOPPING || MachineViewModel.over(s)));
        var actions = new HBox(picture, keys, restart, stop, kill);
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        return actions;
    }

    private MenuItem chord(String name, int... keysyms) {
        var item = new MenuItem(name);
        item.setOnAction(
                e ->
                        screen.ifPresent(
                                s -> {
                                    s.chord(keysyms);
                                    s.requestFocus();
                                }));
        return item;
    }

    private MenuItem paste() {
        var item = new MenuItem("Type the clipboard");
        item.setOnAction(
                e -> {
                    String text = Clipboard.getSystemClipboard().getString();
                    model.machine()
                            .screen()
                            .ifPresent(s -> model.type(s, text == null ? "" : text));
                    focusScreen();
                });
        return item;
    }

    private void savePicture() {
        var chooser = new FileChooser();
        chooser.setTitle("Save a picture of the screen");
        var generation = model.machine().generation();
        chooser.setInitialFileName(generation.system() + "-" + generation.number() + ".png");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.screenshot(file.toPath());
        }
    }

    private Node body() {
        var group = new ToggleGroup();
        showScreen.setToggleGroup(group);
        showSerial.setToggleGroup(group);
        showScreen.getStyleClass().addAll("left-pill", "small");
        showSerial.getStyleClass().addAll("right-pill", "small");
        // One of the two is always chosen.
        group.selectedToggleProperty()
                .addListener(
                        (o, was, is) -> {
                            if (is == null) {
                                group.selectToggle(was);
                            }
                        });
        group.selectToggle(screen.isPresent() ? showScreen : showSerial);
        showScreen.setDisable(screen.isEmpty());
        var serial = new SerialPane(model.serial());
        serial.visibleProperty().bind(showSerial.selectedProperty());
        var stage = new StackPane(serial);
        stage.getStyleClass().add("machine-stage");
        screen.ifPresent(
                s -> {
                    s.visibleProperty().bind(showScreen.selectedProperty());
                    stage.getChildren().add(s);
                });
        VBox.setVgrow(stage, Priority.ALWAYS);
        var trouble = new VBox();
        trouble.getStyleClass().add("machine-trouble");
        model.problemProperty()
                .subscribe(
                        p -> {
                            trouble.getChildren().clear();
                            if (p != null) {
                                trouble.getChildren().add(new ProblemCard(p, again()));
                            }
                        });
        trouble.managedProperty().bind(model.problemProperty().isNotNull());
        var body = new VBox(trouble, stage, foot());
        body.getStyleClass().add("machine-body");
        return body;
    }

    private Node again() {
        return Buttons.primary("Start again", MaterialDesignR.RESTART, () -> all.restart(model));
    }

    private Node foot() {
        var choice = new HBox(showScreen, showSerial);
        var hint = new Label();
        hint.getStyleClass().add("screen-hint");
        var held = screen.map(ScreenPane::focusedProperty);
        held.ifPresent(
                focused ->
                        hint.textProperty()
                                .bind(
                                        focused.map(
                                                on ->
                                                        on
                                                                ? "Ctrl+Alt gives the keyboard back"
                                                                : "Click the screen to type into"
                                                                        + " the machine")));
        hint.visibleProperty().bind(showScreen.selectedProperty());
        var notice = new Label();
        notice.getStyleClass().add("screen-hint");
        notice.textProperty().bind(model.noticeProperty());
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var exact =
                Buttons.toggle(MaterialDesignG.GRID, "Whole pixels only: crisp, perhaps smaller");
        screen.ifPresent(s -> exact.selectedProperty().bindBidirectional(s.exactProperty()));
        exact.visibleProperty().bind(showScreen.selectedProperty());
        var foot = new HBox(choice, hint, gap, notice, exact);
        foot.getStyleClass().add("machine-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
