package dev.coppice.app.start;

import dev.coppice.app.parts.Buttons;
import dev.coppice.app.parts.FileView;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.model.importing.ImportNote;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.importing.ImportReport;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

import java.io.File;
import java.util.Optional;

/** A file to make a project from: which one, what becomes of each setting, and the spec. */
final class ImportDetail extends VBox {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ImportViewModel model;
    private final FileView view;
    private final Button choose;
    private final Label problem = new Label();
    private final HBox counts = new HBox();
    private final Label way = new Label();
    private final ListView<ImportNote> notes = new ListView<>();
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton report = tab("Report");
    private final ToggleButton spec = tab(SpecFile.NAME);
    private final VBox result;

    ImportDetail(ImportViewModel model, FileView view) {
        this.model = model;
        this.view = view;
        this.choose =
                Buttons.plain("Choose a file …", MaterialDesignF.FILE_SEARCH_OUTLINE, this::choose);
        choose.setId("import-choose");
        getStyleClass().add("example-detail");
        setId("import-detail");
        problem.setId("import-problem");
        problem.getStyleClass().add("import-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setWrapText(true);
        result = result();
        var nothing =
                new EmptyState(
                        MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                        "No file yet",
                        "Choose one, or drop it here, to see what becomes of each setting.");
        nothing.visibleProperty().bind(result.visibleProperty().not());
        var below = new StackPane(nothing, result);
        setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(head(), which(), problem, below);
        setOnDragOver(this::dragged);
        setOnDragExited(e -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
        view.show(SpecFile.NAME, "");
        model.foundProperty().addListener((o, before, now) -> show(now));
        show(model.foundProperty().get());
    }

    /** Puts the focus where a file is chosen. */
    void focusChoice() {
        choose.requestFocus();
    }

    private Node head() {
        var icon = new FontIcon(MaterialDesignI.IMPORT);
        icon.getStyleClass().add("example-icon");
        var title = new Label("From another system");
        title.getStyleClass().add("example-detail-title");
        title.setMinWidth(0);
        var purpose =
                new Label(
                        "Takes files of cloud-init, Kairos (cloud-config, Dockerfile) and NixOS"
                                + " (*.nix, flakes), or this machine, and says what became of each"
                                + " setting.");
        purpose.getStyleClass().add("example-detail-purpose");
        purpose.setWrapText(true);
        purpose.setMinHeight(USE_PREF_SIZE);
        var head = new HBox(icon, new VBox(title, purpose));
        head.getStyleClass().add("example-detail-head");
        return head;
    }

    /** A file in one row and this machine in the next, so that a path has room at 1280 pixels. */
    private Node which() {
        var file = new TextField();
        file.setId("import-file");
        file.setPromptText("Path of the file, or drop it here");
        file.setAccessibleText("File to import");
        file.textProperty().bindBidirectional(model.fileProperty());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button machine =
                Buttons.plain(
                        "This machine", MaterialDesignD.DESKTOP_TOWER, model::lookAtThisMachine);
        machine.setId("import-machine");
        machine.disableProperty().bind(model.lookingProperty());
        machine.setTooltip(
                new Tooltip(
                        "Looks at packages, people, units and changed files of this computer;"
                                + " changes nothing"));
        var path = new HBox(file, choose);
        path.getStyleClass().add("import-which");
        var here = new HBox(machine, looking());
        here.getStyleClass().add("import-which");
        var which = new VBox(path, here);
        which.getStyleClass().add("import-ways");
        return which;
    }

    /** What is looked at, and a way to stop it. */
    private Node looking() {
        var wheel = new ProgressIndicator();
        wheel.setPrefSize(18, 18);
        wheel.setMinSize(18, 18);
        var words = new Label();
        words.setId("import-progress");
        words.textProperty().bind(model.progressProperty());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("import-progress");
        Button stop = Buttons.plain("Cancel", MaterialDesignC.CLOSE, model::cancel);
        stop.setId("import-cancel");
        var row = new HBox(wheel, words, stop);
        row.getStyleClass().add("import-looking");
        HBox.setHgrow(row, Priority.ALWAYS);
        row.visibleProperty().bind(model.lookingProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private VBox result() {
        counts.setId("import-counts");
        counts.getStyleClass().add("import-counts");
        report.setId("import-report-tab");
        report.setOnAction(e -> report.setSelected(true));
        spec.setId("import-spec-tab");
        spec.setOnAction(e -> spec.setSelected(true));
        report.setSelected(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Buttons.plain("Copy report", MaterialDesignC.CONTENT_COPY, this::copy);
        copy.setId("import-copy");
        copy.getStyleClass().add("flat");
        var bar = new HBox(report, spec, gap, copy);
        bar.getStyleClass().add("import-bar");
        notes.setId("import-notes");
        notes.getStyleClass().add("import-notes");
        notes.setAccessibleText("What became of each setting");
        notes.setCellFactory(list -> new ImportRow());
        notes.visibleProperty().bind(report.selectedProperty());
        view.node().visibleProperty().bind(spec.selectedProperty());
        var stack = new StackPane(notes, view.node());
        setVgrow(stack, Priority.ALWAYS);
        way.setId("import-way");
        way.getStyleClass().add("import-reason");
        way.setWrapText(true);
        way.setMinHeight(USE_PREF_SIZE);
        way.managedProperty().bind(way.textProperty().isNotEmpty());
        var all = new VBox(counts, way, bar, stack);
        all.getStyleClass().add("import-result");
        return all;
    }

    private ToggleButton tab(String words) {
        var tab = new ToggleButton(words);
        tab.getStyleClass().setAll("file-tab");
        tab.setToggleGroup(tabs);
        tab.setAccessibleText("Show " + words);
        return tab;
    }

    private void show(Optional<ImportViewModel.Found> found) {
        result.setVisible(found.isPresent());
        if (found.isEmpty()) {
            return;
        }
        ImportReport now = found.get().report();
        counts.getChildren().clear();
        for (Outcome outcome : Outcome.values()) {
            var count = new Label(now.count(outcome) + " " + ImportReport.word(outcome));
            count.getStyleClass().addAll("badge", "import-count");
            count.pseudoClassStateChanged(mood(outcome), now.count(outcome) > 0);
            counts.getChildren().add(count);
        }
        if (!notes.getItems().equals(now.notes())) {
            notes.getItems().setAll(now.notes());
        }
        way.setText(found.get().way());
        view.show(SpecFile.NAME, found.get().result().spec().content());
    }

    private static PseudoClass mood(Outcome outcome) {
        return PseudoClass.getPseudoClass(
                switch (outcome) {
                    case TAKEN -> "success";
                    case APPROXIMATED -> "warning";
                    case DROPPED -> "danger";
                });
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Which file should be imported?");
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.choose(file.toPath());
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROP, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean any = event.getDragboard().hasFiles();
        if (any) {
            model.choose(event.getDragboard().getFiles().getFirst().toPath());
        }
        event.setDropCompleted(any);
        event.consume();
    }
}
