package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Finding.Spot;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the findings of one unit's text and makes fixes that change a line of it. */
final class UnitReport {

    /** A fix holds the whole text: many of them for a long one would fill the memory. */
    private static final int MOST_FIXES = 50;

    private static final int LONGEST = 40;

    private final YamlPath path;
    private final String content;
    private final Consumer<Finding> findings;
    private int fixes;
    private boolean empty = true;

    UnitReport(YamlPath path, String content, Consumer<Finding> findings) {
        this.path = path;
        this.content = content;
        this.findings = findings;
    }

    void add(Spot spot, DiagnosticCode code, String message, String help) {
        add(spot, code, message, help, List.of());
    }

    void add(Spot spot, DiagnosticCode code, String message, String help, Optional<Fix> fix) {
        add(spot, code, message, help, fix.stream().toList());
    }

    void add(Spot spot, DiagnosticCode code, String message, String help, List<Fix> fixes) {
        empty = false;
        findings.accept(Finding.within(path, spot, code, message, help, fixes));
    }

    /** Whether nothing was found. */
    boolean isEmpty() {
        return empty;
    }

    /** Passes on a finding about another part of the spec. */
    void elsewhere(Finding finding) {
        findings.accept(finding);
    }

    /** A fix that writes another text at a place. */
    Optional<Fix> replace(Spot spot, String better) {
        return edit(
                "Write \"" + shorten(better) + "\"",
                spot.line(),
                line -> line.substring(0, spot.start()) + better + line.substring(spot.end()));
    }

    /** A fix that puts a line before another. */
    Optional<Fix> insertBefore(int number, String added) {
        return edit("Add \"" + shorten(added) + "\"", number, line -> added + "\n" + line);
    }

    /** A fix that puts a line behind another. */
    Optional<Fix> insertAfter(int number, String added) {
        return edit("Add \"" + shorten(added) + "\"", number, line -> line + "\n" + added);
    }

    private interface LineEdit {
        String apply(String line);
    }

    private Optional<Fix> edit(String label, int number, LineEdit edit) {
        if (fixes >= MOST_FIXES) {
            return Optional.empty();
        }
        String[] lines = content.split("\n", -1);
        if (number >= lines.length) {
            return Optional.empty();
        }
        fixes++;
        lines[number] = edit.apply(lines[number]);
        String changed = String.join("\n", Arrays.asList(lines));
        return Optional.of(
                new Fix(label, List.of(new YamlOp.Set(path, new YamlValue.Text(changed)))));
    }

    /** A text short enough for a message. */
    static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int cut = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, cut) + "…";
    }
}
