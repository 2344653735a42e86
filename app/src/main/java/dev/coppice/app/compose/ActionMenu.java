package dev.coppice.app.compose;

import dev.coppice.app.compose.Action.Group;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;

/**
 * The actions of the page as a menu. It is shown by hand and belongs to no control: a menu of a
 * control would make its keys work in the whole window, also where they mean something else.
 */
final class ActionMenu {

    private final List<Action> actions;

    ActionMenu(List<Action> actions) {
        this.actions = actions;
    }

    /** Shows the menu below a button. */
    void showBelow(Node button) {
        menu().show(button, Side.BOTTOM, 0, 4);
    }

    /** Shows the menu at a place of the screen. */
    void showAt(Node owner, double x, double y) {
        menu().show(owner, x, y);
    }

    /** What is used most stands in front, the rest in a menu for each group. */
    private ContextMenu menu() {
        var menu = new ContextMenu();
        for (Group group : Group.values()) {
            List<MenuItem> items =
                    actions.stream()
                            .filter(each -> each.group() == group)
                            .map(ActionMenu::item)
                            .toList();
            if (group == Group.EDIT || group == Group.SPEC) {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                menu.getItems().addAll(items);
                if (group == Group.EDIT) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
            } else {
                var below = new Menu(group.title());
                below.getItems().addAll(items);
                menu.getItems().add(below);
            }
        }
        return menu;
    }

    private static MenuItem item(Action action) {
        var item = new MenuItem(action.name());
        item.setMnemonicParsing(false);
        if (!action.keys().isEmpty()) {
            item.setAccelerator(action.keys().getFirst());
        }
        item.setOnAction(e -> action.run().run());
        return item;
    }
}
