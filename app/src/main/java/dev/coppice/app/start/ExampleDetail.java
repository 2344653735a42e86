package dev.coppice.app.start;

import dev.coppice.app.parts.FileView;
import dev.coppice.model.examples.Example;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The chosen example: what it is for, what it teaches, and its files to read. */
final class ExampleDetail extends VBox {

    private final FileView view;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label purpose = new Label();
    private final VBox lessons = new VBox();
    private final Label hosts =
            new Label(null, new FontIcon(MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE));
    private final FlowPane files = new FlowPane(4, 4);

    ExampleDetail(StartViewModel model, FileView view) {
        this.view = view;
        getStyleClass().add("example-detail");
        icon.getStyleClass().add("example-icon");
        title.setId("example-detail-title");
        title.getStyleClass().add("example-detail-title");
        purpose.getStyleClass().add("example-detail-purpose");
        purpose.setWrapText(true);
        purpose.setMinHeight(USE_PREF_SIZE);
        lessons.getStyleClass().add("example-lessons");
        lessons.setMinHeight(USE_PREF_SIZE);
        hosts.getStyleClass().add("example-hosts");
        hosts.setWrapText(true);
        hosts.setMinHeight(USE_PREF_SIZE);
        hosts.managedProperty().bind(hosts.visibleProperty());
        files.getStyleClass().add("example-files");
        files.setMinHeight(USE_PREF_SIZE);
        var head = new HBox(icon, new VBox(title, purpose));
        head.getStyleClass().add("example-detail-head");
        view.node().setId("example-text");
        setVgrow(view.node(), Priority.ALWAYS);
        getChildren().addAll(head, lessons, hosts, files, view.node());
        model.chosenProperty().addListener((o, before, now) -> show(now));
        show(model.chosenProperty().get());
    }

    private void show(Example example) {
        icon.setIconCode(ExampleIcons.of(example.icon()));
        title.setText(example.title());
        purpose.setText(example.description());
        var learn = new Label("What you learn");
        learn.getStyleClass().add("start-heading");
        lessons.getChildren().setAll(learn);
        for (String lesson : example.lessons()) {
            var line = new Label(lesson, new FontIcon(MaterialDesignL.LIGHTBULB_ON_OUTLINE));
            line.getStyleClass().add("example-lesson");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            lessons.getChildren().add(line);
        }
        hosts.setVisible(!example.hosts().isEmpty());
        hosts.setText("Downloads from " + String.join(" and ", example.hosts()) + " as well.");
        tabs(example);
    }

    private void tabs(Example example) {
        var group = new ToggleGroup();
        files.getChildren().clear();
        for (String file : example.files()) {
            var tab = new ToggleButton(file);
            tab.getStyleClass().setAll("file-tab");
            tab.setToggleGroup(group);
            tab.setAccessibleText("Show " + file);
            tab.setOnAction(
                    e -> {
                        tab.setSelected(true);
                        view.show(file, example.text(file));
                    });
            files.getChildren().add(tab);
        }
        ((ToggleButton) files.getChildren().getFirst()).setSelected(true);
        view.show(example.files().getFirst(), example.spec());
    }
}
