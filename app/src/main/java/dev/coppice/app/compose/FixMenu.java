package dev.coppice.app.compose;

import dev.coppice.app.compose.form.Remedy;
import dev.coppice.model.diag.Diagnostic;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.List;
import java.util.function.Function;

/** The fixes of a line, to choose one from. */
final class FixMenu {

    private final Function<Diagnostic, List<Remedy>> remedies;

    FixMenu(Function<Diagnostic, List<Remedy>> remedies) {
        this.remedies = remedies;
    }

    /**
     * Shows the fixes below a place.
     *
     * @param place on the screen
     */
    void show(Node owner, Bounds place, List<Diagnostic> findings) {
        var menu = new ContextMenu();
        menu.setId("fixes");
        menu.getStyleClass().add("fix-menu");
        for (Diagnostic finding : findings) {
            var words = new Label(Prose.message(finding));
            words.getStyleClass().add("muted");
            words.setMaxWidth(460);
            var heading = new CustomMenuItem(words, false);
            heading.setDisable(true);
            menu.getItems().add(heading);
            remedies.apply(finding).forEach(each -> menu.getItems().add(item(each)));
        }
        menu.show(owner, place.getMinX(), place.getMaxY() + 2);
    }

    private static MenuItem item(Remedy remedy) {
        var item = new MenuItem(remedy.label(), new FontIcon(MaterialDesignL.LIGHTBULB_OUTLINE));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> remedy.action().run());
        return item;
    }
}
