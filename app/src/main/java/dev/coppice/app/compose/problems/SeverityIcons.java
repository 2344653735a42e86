package dev.coppice.app.compose.problems;

import dev.coppice.model.diag.Severity;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.Locale;

/** How severities look: by shape as well as by colour. */
final class SeverityIcons {

    private SeverityIcons() {}

    static Ikon of(Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignA.ALERT_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT;
            case INFO -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    /** The style class that colours it. */
    static String style(Severity severity) {
        return "severity-" + severity.name().toLowerCase(Locale.ROOT);
    }
}
