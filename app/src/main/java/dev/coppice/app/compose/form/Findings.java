package dev.coppice.app.compose.form;

import dev.coppice.app.compose.Prose;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said below an input: findings with their fixes, and a change that was refused. */
final class Findings extends VBox {

    private final FormContext context;
    private List<Diagnostic> shown = List.of();
    private List<Said> said = List.of();
    private String refusal = "";

    Findings(FormContext context) {
        this.context = context;
        getStyleClass().add("field-findings");
        hideWhenEmpty();
    }

    /**
     * What the rows are made of. Where a finding stands in the text is not part of it: that moves
     * with every key that is typed before it.
     */
    private record Said(
            String code,
            Severity severity,
            YamlPath path,
            String message,
            String help,
            List<Fix> fixes) {

        static Said of(Diagnostic d) {
            return new Said(d.code(), d.severity(), d.path(), d.message(), d.help(), d.fixes());
        }
    }

    /** Shows findings. */
    void show(List<Diagnostic> findings) {
        List<Said> newer = findings.stream().map(Said::of).toList();
        shown = findings;
        if (!newer.equals(said)) {
            said = newer;
            rebuild();
        }
    }

    /** Shows why a change was not made; an empty text takes it away. */
    void refuse(String reason) {
        if (!reason.equals(refusal)) {
            refusal = reason;
            rebuild();
        }
    }

    /** Whether something here stops a build, or a change was refused. */
    boolean bad() {
        return !refusal.isEmpty() || shown.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** All of it as one text, for screen readers. */
    String spoken() {
        var words = new ArrayList<String>();
        shown.forEach(d -> words.add(Prose.message(d)));
        if (!refusal.isEmpty()) {
            words.add(refusal);
        }
        return String.join(". ", words);
    }

    private void rebuild() {
        var rows = new ArrayList<Node>();
        if (!refusal.isEmpty()) {
            rows.add(row(Severity.ERROR, "Not changed. " + Prose.of(refusal), "", List.of()));
        }
        shown.forEach(
                d ->
                        rows.add(
                                row(
                                        d.severity(),
                                        Prose.message(d),
                                        Prose.of(d.help()),
                                        Remedy.of(d, context))));
        getChildren().setAll(rows);
        hideWhenEmpty();
    }

    private void hideWhenEmpty() {
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node row(Severity severity, String message, String help, List<Remedy> offered) {
        String tone = "severity-" + severity.name().toLowerCase(Locale.ROOT);
        var icon =
                new FontIcon(
                        severity == Severity.ERROR
                                ? MaterialDesignA.ALERT_CIRCLE
                                : MaterialDesignA.ALERT);
        icon.getStyleClass().add(tone);
        var words = new VBox();
        var head = new Label(message);
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        head.getStyleClass().addAll("finding-message", tone);
        words.getChildren().add(head);
        if (!help.isBlank()) {
            var more = new Label(help);
            more.setWrapText(true);
            more.setMinHeight(USE_PREF_SIZE);
            more.getStyleClass().add("field-help");
            words.getChildren().add(more);
        }
        for (Remedy remedy : offered) {
            var link = new Hyperlink(remedy.label());
            link.getStyleClass().add("fix-link");
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setOnAction(e -> remedy.action().run());
            words.getChildren().add(link);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(icon, words);
        row.getStyleClass().add("field-finding");
        return row;
    }
}
