package dev.coppice.app.packages;

import dev.coppice.app.format.Human;
import dev.coppice.model.packages.PackageEntry;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.Predicate;

/** A package in a list: its name, what it is, what it takes. */
final class PackageCell extends ListCell<PackageEntry> {

    private static final long KIBI = 1024;

    private final Predicate<String> chosen;
    private final Label name = new Label();
    private final Label summary = new Label();
    private final Label size = new Label();
    private final FontIcon check = new FontIcon(MaterialDesignC.CHECK);
    private final HBox row;

    /**
     * @param chosen whether a package is in the spec already
     */
    PackageCell(Predicate<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("package-cell");
        name.getStyleClass().add("package-name");
        summary.getStyleClass().add("package-summary");
        size.getStyleClass().add("package-size");
        size.setMinWidth(USE_PREF_SIZE);
        check.getStyleClass().add("package-check");
        var words = new VBox(name, summary);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(words, size, check);
        row.getStyleClass().add("package-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PackageEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean there = chosen.test(entry.name());
        name.setText(entry.name());
        summary.setText(entry.summary());
        size.setText(entry.installedKiB() > 0 ? Human.bytes(entry.installedKiB() * KIBI) : "");
        check.setVisible(there);
        check.setManaged(there);
        setGraphic(row);
        setAccessibleText(
                entry.name() + ", " + entry.summary() + (there ? ", in the spec already" : ""));
    }
}
