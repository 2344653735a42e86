package dev.coppice.app.compose;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.List;
import java.util.function.Consumer;

/** The fixes of a line, to choose one from. */
final class FixMenu {

    private final Consumer<Fix> make;

    FixMenu(Consumer<Fix> make) {
        this.make = make;
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
            finding.fixes().forEach(fix -> menu.getItems().add(item(fix)));
        }
        menu.show(owner, place.getMinX(), place.getMaxY() + 2);
    }

    private MenuItem item(Fix fix) {
        var item = new MenuItem(fix.label(), new FontIcon(MaterialDesignL.LIGHTBULB_OUTLINE));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> make.accept(fix));
        return item;
    }
}
