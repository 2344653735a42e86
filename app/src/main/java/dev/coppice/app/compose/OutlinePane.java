package dev.coppice.app.compose;

import dev.coppice.app.compose.FormState.OutlineEntry;
import dev.coppice.app.theme.Badge;
import dev.coppice.model.schema.Section;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;
import java.util.Map;

/** The sections of the spec, with how much each holds and what is wrong there. */
final class OutlinePane extends ListView<Section> {

    private Map<Section, OutlineEntry> entries = Map.of();

    OutlinePane(List<Section> sections) {
        super(FXCollections.observableArrayList(sections));
        setId("outline");
        getStyleClass().add("outline");
        setAccessibleText("Sections of the spec");
        setCellFactory(view -> new Cell());
    }

    /** Shows newer counts. */
    void show(Map<Section, OutlineEntry> newer) {
        if (!newer.equals(entries)) {
            entries = newer;
            refresh();
        }
    }

    private static Ikon icon(Section section) {
        return switch (section) {
            case SYSTEM -> MaterialDesignS.SERVER;
            case REGION -> MaterialDesignE.EARTH;
            case USERS -> MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
            case PACKAGES -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
            case BUNDLES -> MaterialDesignA.ARCHIVE_OUTLINE;
            case CONTAINERS -> MaterialDesignD.DOCKER;
            case SERVICES -> MaterialDesignC.COG_OUTLINE;
            case UNITS -> MaterialDesignP.PUZZLE_OUTLINE;
            case FILES -> MaterialDesignF.FILE_OUTLINE;
            case NETWORK -> MaterialDesignL.LAN;
            case KERNEL -> MaterialDesignC.CHIP;
            case STORAGE -> MaterialDesignD.DATABASE_OUTLINE;
            case TARGETS -> MaterialDesignT.TARGET;
            case CHECKS -> MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
            case MACHINE -> MaterialDesignM.MONITOR_SCREENSHOT;
        };
    }

    /** One section. */
    private final class Cell extends ListCell<Section> {

        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label count = new Label();
        private final Badge bad = new Badge("", Badge.Tone.DANGER);
        private final HBox row;

        Cell() {
            getStyleClass().add("outline-cell");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.getStyleClass().add("outline-title");
            count.getStyleClass().add("outline-count");
            bad.setMinWidth(USE_PREF_SIZE);
            row = new HBox(icon, title, count, bad);
            row.getStyleClass().add("outline-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Section section, boolean empty) {
            super.updateItem(section, empty);
            if (empty || section == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            OutlineEntry entry = entries.getOrDefault(section, new OutlineEntry(-1, 0, 0));
            icon.setIconCode(icon(section));
            title.setText(section.title());
            count.setText(entry.items() > 0 ? Integer.toString(entry.items()) : "");
            count.setManaged(entry.items() > 0);
            int found = entry.errors() + entry.warnings();
            bad.setText(Integer.toString(entry.errors() > 0 ? entry.errors() : entry.warnings()));
            bad.setTone(entry.errors() > 0 ? Badge.Tone.DANGER : Badge.Tone.WARNING);
            bad.setVisible(found > 0);
            bad.setManaged(found > 0);
            setAccessibleText(
                    section.title()
                            + (entry.items() > 0 ? ", " + entry.items() + " entries" : "")
                            + (entry.errors() > 0 ? ", " + entry.errors() + " errors" : "")
                            + (entry.warnings() > 0 ? ", " + entry.warnings() + " warnings" : ""));
            setGraphic(row);
        }
    }
}
