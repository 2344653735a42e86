package dev.coppice.app.export;

import dev.coppice.app.export.ExportViewModel.State;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Export page: targets and files at the left, a file beside the spec, the report below. */
final class ExportPane extends StackPane {

    private final ExportViewModel model;
    private final FolderQuestion folders;
    private final Label saved = new Label();
    private final Button again;

    ExportPane(ExportViewModel model, FolderQuestion folders) {
        this.model = model;
        this.folders = folders;
        again = Buttons.plain("Save again", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::saveAgain);
        again.setId("export-again");
        getStyleClass().addAll("page", "export-page");
        var work = work();
        work.visibleProperty().bind(Bindings.equal(model.stateProperty(), State.READY));
        getChildren()
                .addAll(
                        work,
                        at(
                                State.NO_TARGETS,
                                new EmptyState(
                                        MaterialDesignE.EXPORT_VARIANT,
                                        "No targets yet",
                                        "This version of Coppice knows no other systems to write"
                                                + " the spec for.")),
                        at(State.ERRORS, errors()),
                        at(State.BUSY, busy()));
    }

    private Node at(State state, Node node) {
        node.visibleProperty().bind(Bindings.equal(model.stateProperty(), state));
        node.getStyleClass().add("cover");
        return node;
    }

    private Node errors() {
        return new EmptyState(
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                "The spec has errors",
                "What is wrong cannot be written for another system. Mend the errors, and the"
                        + " files stand here.",
                Buttons.primary(
                        "Show the errors", MaterialDesignA.ALERT_OUTLINE, model::openCompose));
    }

    private static Node busy() {
        var words = new Label("Writing the files …");
        words.getStyleClass().add("empty-text");
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        var box = new VBox(12, wheel, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node work() {
        var below = new SplitPane(new SidesPane(model), new ReportPane(model));
        below.setOrientation(Orientation.VERTICAL);
        below.setDividerPositions(0.66);
        below.getStyleClass().add("export-below");
        var stale = Bindings.greaterThan(model.errorsProperty(), 0);
        below.opacityProperty().bind(Bindings.when(stale).then(0.55).otherwise(1.0));
        var frame = new BorderPane();
        // Tab goes through the parts in the order in which they are set.
        frame.setTop(new VBox(header(), staleNotice(), savedNotice()));
        frame.setLeft(left());
        frame.setCenter(below);
        return frame;
    }

    // ------------------------------------------------------------------ above

    private Node header() {
        var title = new Label("Export");
        title.getStyleClass().add("page-title");
        var summary = new Label();
        summary.getStyleClass().add("page-subtitle");
        summary.setWrapText(true);
        summary.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.targetProperty().get() == null
                                                ? ""
                                                : model.targetProperty().get().summary(),
                                model.targetProperty()));
        var words = new VBox(title, summary);
        words.getStyleClass().add("page-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var save =
                Buttons.primary(
                        "Save to folder …", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        save.setId("export-save");
        var idle =
                model.saving().busyProperty().or(Bindings.greaterThan(model.errorsProperty(), 0));
        save.disableProperty().bind(idle);
        again.disableProperty().bind(idle);
        showAgain();
        model.targetProperty()
                .addListener(
                        o -> {
                            model.saving().forget();
                            showAgain();
                        });
        var actions = new HBox(warn(), again, save);
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        var head = new HBox(words, actions);
        head.getStyleClass().addAll("page-header", "page-head");
        return head;
    }

    private Node warn() {
        var warn = new CheckBox("Warn in Compose");
        warn.setId("export-warn");
        warn.setMinWidth(USE_PREF_SIZE);
        warn.setTooltip(
                new Tooltip("Shows at each setting what this target drops or does otherwise"));
        Runnable show =
                () ->
                        warn.setSelected(
                                model.targetProperty().get() != null
                                        && model.warns(model.targetProperty().get()));
        show.run();
        model.targetProperty().addListener(o -> show.run());
        warn.setOnAction(e -> model.warn(warn.isSelected()));
        return warn;
    }

    private void showAgain() {
        Optional<Path> last =
                Optional.ofNullable(model.targetProperty().get())
                        .flatMap(target -> model.saving().last(target.id()));
        again.setVisible(last.isPresent());
        again.setManaged(last.isPresent());
        last.ifPresent(
                folder -> {
                    again.setTooltip(new Tooltip("Save to " + folder));
                    again.setAccessibleText("Save again to " + folder);
                });
    }

    private Node staleNotice() {
        var words = new Label();
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        (model.errorsProperty().get() == 1
                                                        ? "The spec has an error."
                                                        : "The spec has "
                                                                + model.errorsProperty().get()
                                                                + " errors.")
                                                + " What stands here is from before.",
                                model.errorsProperty()));
        HBox.setHgrow(words, Priority.ALWAYS);
        var show =
                Buttons.plain("Show the errors", MaterialDesignA.ALERT_OUTLINE, model::openCompose);
        var notice = new HBox(words, show);
        notice.getStyleClass().add("page-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.visibleProperty().bind(Bindings.greaterThan(model.errorsProperty(), 0));
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private Node savedNotice() {
        saved.setId("export-saved");
        saved.setWrapText(true);
        saved.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(saved, Priority.ALWAYS);
        var away = Buttons.icon(MaterialDesignC.CLOSE, "Close this note", model.saving()::forget);
        var notice = new HBox(saved, away);
        notice.getStyleClass().add("page-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setVisible(false);
        notice.setManaged(false);
        model.saving()
                .outcomeProperty()
                .addListener(
                        (o, before, now) -> {
                            now.ifPresent(outcome -> saved.setText(outcome.words()));
                            notice.setVisible(now.isPresent());
                            notice.setManaged(now.isPresent());
                            showAgain();
                        });
        return notice;
    }

    private void save() {
        String target = model.targetProperty().get().id();
        folders.ask(
                        getScene().getWindow(),
                        "Save " + model.targetProperty().get().title() + " files",
                        model.saving().start(target))
                .ifPresent(folder -> save(target, folder));
    }

    private void saveAgain() {
        String target = model.targetProperty().get().id();
        model.saving().last(target).ifPresent(folder -> save(target, folder));
    }

    private void save(String target, Path folder) {
        model.saving()
                .save(
                        target,
                        List.copyOf(model.files()),
                        folder,
                        paths -> ReplaceQuestion.ask(getScene().getWindow(), paths));
    }

    // ------------------------------------------------------------------ at the left

    private Node left() {
        var targets = new ListView<Exporter>();
        targets.setId("export-targets");
        targets.getItems().setAll(model.targets());
        targets.getStyleClass().add("export-list");
        targets.setAccessibleText("Targets");
        targets.setCellFactory(view -> new TargetCell(model));
        targets.getSelectionModel().select(model.targetProperty().get());
        targets.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now != null) {
                                model.targetProperty().set(now);
                            }
                        });
        var files = new ListView<>(model.files());
        files.setId("export-files");
        files.getStyleClass().add("export-list");
        files.setAccessibleText("Files");
        files.setCellFactory(view -> new FileCell());
        files.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now != null) {
                                model.fileProperty().set(now);
                            }
                        });
        model.fileProperty().addListener((o, before, now) -> select(files, now));
        select(files, model.fileProperty().get());
        files.setPrefHeight(160);
        VBox.setVgrow(files, Priority.ALWAYS);
        VBox.setMargin(targets, new Insets(0, 8, 0, 8));
        VBox.setMargin(files, new Insets(0, 8, 0, 8));
        var left = new VBox(head("Targets"), targets, head("Files"), files);
        left.getStyleClass().add("export-left");
        targets.setMinHeight(Math.min(model.targets().size(), 4) * 46);
        targets.setPrefHeight(model.targets().size() * 48 + 2);
        return left;
    }

    private static void select(ListView<ExportedFile> files, ExportedFile file) {
        if (file != null && files.getSelectionModel().getSelectedItem() != file) {
            files.getSelectionModel().select(file);
        }
    }

    private static Label head(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("section-title", "export-head");
        return label;
    }
}
