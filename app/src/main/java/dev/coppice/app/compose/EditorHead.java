package dev.coppice.app.compose;

import atlantafx.base.theme.Styles;

import dev.coppice.app.parts.Buttons;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What stands above the text: the file's name, and the menu of all that can be done. */
final class EditorHead extends HBox {

    EditorHead(String file, ActionMenu menu, Runnable find, BooleanProperty explained) {
        getStyleClass().add("editor-head");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label(file);
        name.getStyleClass().add("editor-file");
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        var more = tool("edit-menu", MaterialDesignD.DOTS_VERTICAL, "Edit menu");
        more.setOnAction(e -> menu.showBelow(more));
        var search = tool("find", MaterialDesignM.MAGNIFY, "Find (Ctrl+F)");
        search.setOnAction(e -> find.run());
        var explain = Buttons.toggle(MaterialDesignL.LIGHTBULB_OUTLINE, "Explain (Ctrl+E)");
        explain.setId("explain");
        explain.getStyleClass().add("form-tool");
        explain.selectedProperty().bindBidirectional(explained);
        getChildren().addAll(name, gap, explain, search, more);
    }

    private static Button tool(String id, Ikon icon, String words) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "form-tool");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
