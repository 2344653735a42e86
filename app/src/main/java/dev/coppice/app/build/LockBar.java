package dev.coppice.app.build;

import dev.coppice.app.parts.Buttons;
import dev.coppice.runner.lock.LockUpdate;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The line of the build page that says which packages are locked, with the way to newer ones. */
final class LockBar extends HBox {

    LockBar(LockViewModel model) {
        getStyleClass().add("lock-bar");
        setAlignment(Pos.CENTER_LEFT);
        var icon = new FontIcon(MaterialDesignL.LOCK_OUTLINE);
        icon.getStyleClass().add("lock-icon");
        var words = new Label();
        words.getStyleClass().add("figure");
        words.setMinWidth(0);
        words.textProperty().bind(model.lineProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button update = Buttons.plain("Update …", MaterialDesignU.UPDATE, () -> press(model));
        update.getStyleClass().add("flat");
        update.setId("lock-update");
        update.setAccessibleText("Look for newer versions of the packages");
        model.askingProperty()
                .subscribe(
                        asking -> {
                            update.setText(asking ? "Stop" : "Update …");
                            update.setGraphic(
                                    new FontIcon(
                                            asking
                                                    ? MaterialDesignC.CLOSE
                                                    : MaterialDesignU.UPDATE));
                        });
        getChildren().addAll(icon, words, update);
        visibleProperty().bind(model.lineProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        model.offerProperty().subscribe(offer -> show(model, offer));
    }

    private static void press(LockViewModel model) {
        if (model.askingProperty().get()) {
            model.cancel();
        } else {
            model.ask();
        }
    }

    private void show(LockViewModel model, LockUpdate offer) {
        if (offer == null || getScene() == null) {
            return;
        }
        if (LockDialog.ask(getScene().getWindow(), offer)) {
            model.accept();
        } else {
            model.decline();
        }
    }
}
