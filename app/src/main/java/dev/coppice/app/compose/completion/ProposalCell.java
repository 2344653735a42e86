package dev.coppice.app.compose.completion;

import dev.coppice.model.complete.Proposal;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A proposal in the list. */
final class ProposalCell extends ListCell<Proposal> {

    private final Supplier<String> typed;
    private final FontIcon icon = new FontIcon();
    private final Text before = new Text();
    private final Text match = new Text();
    private final Text after = new Text();
    private final Label detail = new Label();
    private final HBox row;

    /**
     * @param typed what has been typed, to be marked in the names
     * @param take gets the proposal that is clicked
     */
    ProposalCell(Supplier<String> typed, Consumer<Proposal> take) {
        this.typed = typed;
        getStyleClass().add("proposal-cell");
        match.getStyleClass().add("proposal-match");
        detail.getStyleClass().add("proposal-detail");
        for (Text part : List.of(before, match, after)) {
            part.getStyleClass().add("proposal-name");
        }
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        // Ten rows are made while a person waits: plain texts cost half of what labels do.
        var name = new TextFlow(before, match, after);
        name.setMinWidth(USE_PREF_SIZE);
        name.setMaxHeight(USE_PREF_SIZE);
        row = new HBox(icon, name, detail);
        row.getStyleClass().add("proposal-row");
        setPrefWidth(0);
        setOnMouseClicked(
                e -> {
                    if (getItem() != null) {
                        take.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(Proposal proposal, boolean empty) {
        super.updateItem(proposal, empty);
        if (empty || proposal == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String label = proposal.label();
        String wanted = typed.get().toLowerCase(Locale.ROOT);
        int at = wanted.isEmpty() ? -1 : label.toLowerCase(Locale.ROOT).indexOf(wanted);
        int end = at < 0 ? 0 : Math.min(label.length(), at + wanted.length());
        before.setText(at < 0 ? "" : label.substring(0, at));
        match.setText(at < 0 ? "" : label.substring(at, end));
        after.setText(label.substring(end));
        detail.setText(proposal.detail());
        icon.setIconCode(icon(proposal.kind()));
        setGraphic(row);
        setAccessibleText(proposal.detail().isEmpty() ? label : label + ", " + proposal.detail());
    }

    private static Ikon icon(Proposal.Kind kind) {
        return switch (kind) {
            case KEY -> MaterialDesignC.CODE_BRACES;
            case VALUE -> MaterialDesignF.FORMAT_LETTER_CASE;
            case EXAMPLE -> MaterialDesignL.LIGHTBULB_ON_OUTLINE;
            case REFERENCE -> MaterialDesignT.TAG_OUTLINE;
            case PACKAGE -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
            case UNIT -> MaterialDesignC.COG_OUTLINE;
            case FILE -> MaterialDesignF.FILE_OUTLINE;
        };
    }
}
