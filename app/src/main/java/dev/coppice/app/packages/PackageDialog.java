package dev.coppice.app.packages;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Lets a person look through the packages of the release, and add as many as they like. */
public final class PackageDialog {

    private final PackageListModel model;
    private final Executor background;
    private final Executor ui;
    private final ButtonType add = new ButtonType("Add package", ButtonData.LEFT);
    private final Set<String> added = new HashSet<>();

    public PackageDialog(PackageListModel model, Executor background, Executor ui) {
        this.model = model;
        this.background = background;
        this.ui = ui;
    }

    /**
     * Shows the dialog and returns when it is closed.
     *
     * @param chosen whether a package is in the spec already
     * @param pick adds a package to the spec; answers whether it did
     */
    public void open(Window owner, Predicate<String> chosen, Predicate<String> pick) {
        var dialog = new Dialog<Void>();
        dialog.initOwner(owner);
        dialog.setTitle("Coppice");
        dialog.setHeaderText("Packages of Debian");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().addAll("form-dialog", "package-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getButtonTypes().setAll(add, ButtonType.CLOSE);
        Predicate<String> there = name -> added.contains(name) || chosen.test(name);
        Node button = pane.lookupButton(add);
        try (var picker =
                new PackagePicker(
                        model,
                        background,
                        ui,
                        there,
                        name -> {
                            if (!there.test(name) && pick.test(name)) {
                                added.add(name);
                            }
                        })) {
            pane.setContent(picker);
            Runnable judge =
                    () -> {
                        var selected = picker.selectedProperty().get();
                        button.setDisable(selected == null || there.test(selected.name()));
                    };
            picker.onTaken(judge);
            picker.selectedProperty().subscribe(selected -> judge.run());
            button.addEventFilter(
                    ActionEvent.ACTION,
                    e -> {
                        picker.take();
                        e.consume();
                    });
            dialog.setOnShown(e -> picker.input().requestFocus());
            dialog.showAndWait();
        }
    }
}
