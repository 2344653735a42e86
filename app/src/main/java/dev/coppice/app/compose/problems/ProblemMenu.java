package dev.coppice.app.compose.problems;

import dev.coppice.app.compose.form.Remedy;
import dev.coppice.model.diag.Diagnostic;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** What can be done about a finding, as a menu. */
final class ProblemMenu {

    private final ProblemsPane.Actions actions;

    ProblemMenu(ProblemsPane.Actions actions) {
        this.actions = actions;
    }

    ContextMenu of(Diagnostic finding) {
        var menu = new ContextMenu();
        for (Remedy remedy : actions.remedies(finding)) {
            menu.getItems()
                    .add(item(remedy.label(), MaterialDesignL.LIGHTBULB_OUTLINE, remedy.action()));
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .add(
                        item(
                                "Why is this a problem?",
                                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                                () -> actions.why(finding)));
        return menu;
    }

    private static MenuItem item(String words, Ikon icon, Runnable action) {
        var item = new MenuItem(words, new FontIcon(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
