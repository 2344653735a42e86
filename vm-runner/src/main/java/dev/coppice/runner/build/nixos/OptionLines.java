package dev.coppice.runner.build.nixos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an exported configuration that set options, as the exporter lays them out. */
final class OptionLines {

    private static final Pattern SETS = Pattern.compile("^\\s*([A-Za-z_\"][^=#]*?) = (.*)$");
    private static final Pattern CLOSES = Pattern.compile("^\\s*\\}[);]*\\s*$");

    private record Line(int number, String option) {}

    private final List<Line> lines = new ArrayList<>();

    /**
     * @param texts the lines of the configuration
     */
    OptionLines(List<String> texts) {
        Deque<String> around = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Matcher sets = SETS.matcher(text);
            if (!quoted && CLOSES.matcher(text).matches()) {
                around.pollLast();
            } else if (!quoted && sets.matches()) {
                String own = sets.group(1).strip();
                lines.add(new Line(i + 1, plain(String.join(".", around), own)));
                if (sets.group(2).endsWith("{")) {
                    around.addLast(own);
                }
            } else if (!quoted && text.endsWith("{") && !around.isEmpty()) {
                // An item of a list of sets: what it sets belongs to the list.
                around.addLast("*");
            }
            quoted ^= text.split("(?<!')''(?!['$\\\\])", -1).length % 2 == 0;
        }
    }

    private static String plain(String around, String own) {
        return ((around.isEmpty() ? "" : around + ".") + own).replace("\"", "");
    }

    /** The line that sets an option: itself, else a part of it, else what it is a part of. */
    Optional<Integer> find(String option) {
        String wanted = option.replace("\"", "");
        Optional<Line> best = Optional.empty();
        for (Line line : lines) {
            if (line.option().equals(wanted)) {
                return Optional.of(line.number());
            }
            boolean part = line.option().startsWith(wanted + ".");
            boolean whole = wanted.startsWith(line.option() + ".");
            boolean closer =
                    best.isEmpty()
                            || whole && line.option().length() > best.get().option().length();
            if ((part || whole) && closer) {
                best = Optional.of(line);
            }
        }
        return best.map(Line::number);
    }
}
