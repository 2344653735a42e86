package dev.coppice.app.start;

import dev.coppice.app.parts.Buttons;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.io.File;
import java.nio.file.Files;

/** Name and place of the new project, and the button that makes it. */
final class CreateForm extends VBox {

    private final StartViewModel model;
    private final TextField name = new TextField();
    private final TextField place = new TextField();

    CreateForm(StartViewModel model) {
        this.model = model;
        getStyleClass().add("create-form");
        setMinHeight(USE_PREF_SIZE);
        name.setId("project-name");
        name.setAccessibleText("Name of the system and of its folder");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setOnAction(e -> model.create());
        place.setId("project-place");
        place.setAccessibleText("Folder in which the project's folder is made");
        place.textProperty().bindBidirectional(model.placeProperty());
        place.setOnAction(e -> model.create());
        HBox.setHgrow(place, Priority.ALWAYS);
        Button choose =
                Buttons.icon(MaterialDesignF.FOLDER_OPEN_OUTLINE, "Choose a folder", this::choose);
        choose.setId("choose-place");
        var where = new HBox(place, choose);
        where.getStyleClass().add("create-where");
        var grid = new GridPane();
        grid.getStyleClass().add("create-grid");
        var labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        grid.addRow(0, label("Name", name), name);
        grid.addRow(1, label("In folder", place), where);
        visibleProperty().bind(model.readyProperty());
        getChildren().addAll(grid, foot());
    }

    /** Puts the focus where a name is typed, with the proposed one selected. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private HBox foot() {
        var note = new Label();
        note.setId("create-note");
        note.getStyleClass().add("create-note");
        note.setWrapText(true);
        note.textProperty()
                .bind(
                        Bindings.when(model.problemProperty().isEmpty())
                                .then(Bindings.concat("Makes ", model.outcomeProperty()))
                                .otherwise(model.problemProperty()));
        model.problemProperty()
                .addListener(
                        (o, before, now) ->
                                note.pseudoClassStateChanged(
                                        javafx.css.PseudoClass.getPseudoClass("bad"),
                                        !now.isEmpty()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button create = Buttons.primary("Create project", MaterialDesignP.PLUS, model::create);
        create.setId("create-project");
        create.disableProperty()
                .bind(model.problemProperty().isNotEmpty().or(model.busyProperty()));
        var foot = new HBox(note, gap, create);
        foot.getStyleClass().add("create-foot");
        return foot;
    }

    private void choose() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("In which folder should the project lie?");
        model.placeFolder()
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.place(folder.toPath());
        }
    }

    private static Label label(String text, TextField field) {
        var label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        return label;
    }
}
