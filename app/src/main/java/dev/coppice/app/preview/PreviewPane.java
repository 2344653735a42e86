package dev.coppice.app.preview;

import dev.coppice.app.fx.Ticker;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.concurrent.Executor;

/** The preview page: a tab for each machine. */
final class PreviewPane extends StackPane {

    private final PreviewViewModel model;
    private final Executor pulse;
    private final TabPane tabs = new TabPane();
    private final Ticker clock;

    PreviewPane(PreviewViewModel model, Executor pulse) {
        this.model = model;
        this.pulse = pulse;
        clock = new Ticker(Duration.millis(500), model::tick);
        getStyleClass().addAll("page", "preview-page");
        tabs.getStyleClass().add("machine-tabs");
        tabs.setAccessibleText("Running machines");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        var empty = empty();
        var none = Bindings.isEmpty(model.machines());
        empty.visibleProperty().bind(none);
        tabs.visibleProperty().bind(none.not());
        getChildren().addAll(tabs, empty, starting());
        model.machines()
                .addListener(
                        (ListChangeListener<MachineViewModel>)
                                change -> {
                                    while (change.next()) {
                                        change.getRemoved().forEach(this::drop);
                                        if (change.wasAdded()) {
                                            change.getAddedSubList().forEach(this::add);
                                        }
                                    }
                                });
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        tab -> {
                            if (tab != null) {
                                model.selectedProperty().set((MachineViewModel) tab.getUserData());
                            }
                        });
        model.selectedProperty().subscribe(this::select);
    }

    /** Runs the clocks while the page is on the screen. */
    void onScreen(boolean shown) {
        clock.run(shown);
        if (shown) {
            model.tick();
        }
    }

    private Node starting() {
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("step-busy");
        var words = new Label();
        words.textProperty().bind(model.startingProperty());
        var pill = new HBox(busy, words);
        pill.getStyleClass().add("starting-pill");
        pill.setAlignment(Pos.CENTER);
        pill.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        pill.setMouseTransparent(true);
        pill.visibleProperty().bind(model.startingProperty().isNotEmpty());
        StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
        return pill;
    }

    private Node empty() {
        return new EmptyState(
                Artwork.NO_MACHINE,
                "No machine runs",
                "Boot a generation, and its screen, its serial console, its checks and its facts"
                        + " appear here. What a machine writes is gone at power-off unless you keep"
                        + " it.",
                Buttons.primary("Build & boot", MaterialDesignP.PLAY, model::buildAndBoot),
                Buttons.plain(
                        "Choose a generation",
                        MaterialDesignS.SOURCE_BRANCH,
                        model::chooseGeneration));
    }

    private void add(MachineViewModel machine) {
        var pane = new MachinePane(machine, model, pulse);
        var generation = machine.machine().generation();
        var tab = new Tab(generation.system() + "  #" + generation.number(), pane);
        tab.setUserData(machine);
        var dot = new Circle(4);
        dot.getStyleClass().add("state-dot");
        machine.stateProperty()
                .subscribe(
                        s ->
                                dot.getStyleClass()
                                        .setAll("state-dot", "state-" + s.name().toLowerCase()));
        tab.setGraphic(dot);
        tab.closableProperty().bind(machine.stateProperty().map(MachineViewModel::over));
        tab.setOnCloseRequest(
                e -> {
                    e.consume();
                    model.remove(machine);
                });
        tabs.getTabs().add(Math.min(model.machines().indexOf(machine), tabs.getTabs().size()), tab);
        tabs.getSelectionModel().select(tab);
        pane.focusScreen();
    }

    private void drop(MachineViewModel machine) {
        tabs.getTabs()
                .removeIf(
                        tab -> {
                            boolean gone = tab.getUserData() == machine;
                            if (gone) {
                                ((MachinePane) tab.getContent()).close();
                            }
                            return gone;
                        });
    }

    private void select(MachineViewModel machine) {
        for (Tab tab : tabs.getTabs()) {
            if (tab.getUserData() == machine) {
                tabs.getSelectionModel().select(tab);
            }
        }
    }
}
