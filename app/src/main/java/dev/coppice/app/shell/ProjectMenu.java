package dev.coppice.app.shell;

import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.session.UserSettings.Recent;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The menu behind the project's name: other projects, and the look. */
final class ProjectMenu {

    private final Actions actions;

    /** What the menu does. */
    interface Actions {

        void open();

        void open(Path folder);

        void start();

        List<Recent> recentProjects();

        Look look();

        void look(Look look);
    }

    ProjectMenu(Actions actions) {
        this.actions = actions;
    }

    /** A button that drops the menu, its entries made anew each time. */
    MenuButton button() {
        var button = new MenuButton();
        button.setOnShowing(e -> button.getItems().setAll(items()));
        button.getItems().setAll(items());
        return button;
    }

    private List<MenuItem> items() {
        return List.of(
                item(
                        "Open project …",
                        MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        "Ctrl+O",
                        actions::open),
                item(
                        "New project …",
                        MaterialDesignF.FOLDER_PLUS_OUTLINE,
                        "Ctrl+N",
                        actions::start),
                recent(),
                new SeparatorMenuItem(),
                look());
    }

    private Menu recent() {
        var menu = new Menu("Recent projects", new FontIcon(MaterialDesignH.HISTORY));
        for (Recent recent : actions.recentProjects()) {
            Path folder = recent.folder();
            var item = new MenuItem(folder.getFileName() + "   " + folder.getParent());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> actions.open(folder));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private Menu look() {
        var menu = new Menu("Look", new FontIcon(MaterialDesignT.THEME_LIGHT_DARK));
        var group = new ToggleGroup();
        for (Look look : Look.values()) {
            String words =
                    look == Look.SYSTEM
                            ? "As the system"
                            : look.name().charAt(0)
                                    + look.name().substring(1).toLowerCase(Locale.ROOT);
            var item = new RadioMenuItem(words);
            item.setToggleGroup(group);
            item.setSelected(look == actions.look());
            item.setOnAction(e -> actions.look(look));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String text, Ikon icon, String keys, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(e -> action.run());
        return item;
    }
}
