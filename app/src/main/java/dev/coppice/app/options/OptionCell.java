package dev.coppice.app.options;

import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.OptionText;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** An option in a list: its name, and the first sentence about it. */
final class OptionCell extends ListCell<NixOption> {

    private final Label name = new Label();
    private final Label summary = new Label();
    private final VBox row = new VBox(name, summary);

    OptionCell() {
        getStyleClass().add("package-cell");
        name.getStyleClass().add("package-name");
        summary.getStyleClass().add("package-summary");
        row.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(NixOption option, boolean empty) {
        super.updateItem(option, empty);
        if (empty || option == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String about = OptionText.description(option).lines().findFirst().orElse("");
        name.setText(option.name());
        summary.setText(about.isEmpty() ? option.words() : about);
        setGraphic(row);
        setAccessibleText(option.name() + ", " + about);
    }
}
