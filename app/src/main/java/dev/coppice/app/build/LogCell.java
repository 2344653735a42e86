package dev.coppice.app.build;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;

import java.util.Locale;

/** A line of the log; coloured when it looks like trouble or holds what is searched. */
final class LogCell extends ListCell<LogEntry> {

    private static final PseudoClass MATCH = PseudoClass.getPseudoClass("match");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final BuildLog log;

    LogCell(BuildLog log) {
        this.log = log;
        getStyleClass().add("log-cell");
    }

    @Override
    protected void updateItem(LogEntry line, boolean empty) {
        super.updateItem(line, empty);
        String text = empty || line == null ? "" : line.text().replace("\t", "    ");
        setText(text);
        String lower = text.toLowerCase(Locale.ROOT);
        boolean bad = lower.startsWith("e:") || lower.contains("error:") || lower.contains("fatal");
        pseudoClassStateChanged(BAD, bad);
        pseudoClassStateChanged(WARNING, !bad && lower.matches("^(w:|warning|.*\\bwarning:).*"));
        pseudoClassStateChanged(MATCH, !empty && line != null && log.matches(line));
    }
}
