package dev.coppice.app.generations;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done with the store as a whole. */
final class StoreMenu extends MenuButton {

    StoreMenu(GenerationDialogs dialogs) {
        super("Store");
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .addAll(
                        item(
                                "Import a generation …",
                                MaterialDesignI.IMPORT,
                                dialogs::importGeneration),
                        item("Clean up …", MaterialDesignB.BROOM, dialogs::collect),
                        item("Verify", MaterialDesignS.SHIELD_CHECK_OUTLINE, dialogs::verify));
    }

    private static MenuItem item(String text, Ikon icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(e -> action.run());
        return item;
    }
}
