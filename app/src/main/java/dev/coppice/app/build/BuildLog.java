package dev.coppice.app.build;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The log of one build: the last lines, narrowed to a step, searched. */
public final class BuildLog {

    private final int capacity;
    private final ObservableList<LogEntry> all = FXCollections.observableArrayList();
    private final FilteredList<LogEntry> shown = new FilteredList<>(all);
    private final StringProperty step = new SimpleStringProperty("");
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper matches = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper dropped = new ReadOnlyIntegerWrapper(0);

    /**
     * @param capacity lines that are kept; when more come, the oldest tenth goes at once
     */
    public BuildLog(int capacity) {
        this.capacity = capacity;
        step.addListener((o, was, is) -> narrow(is));
        query.addListener((o, was, is) -> recount());
    }

    private void narrow(String to) {
        Predicate<LogEntry> all = e -> true;
        shown.setPredicate(to.isEmpty() ? all : e -> e.step().equals(to));
        recount();
    }

    void append(List<LogEntry> lines) {
        List<LogEntry> fresh = lines;
        if (fresh.size() > capacity) {
            dropped.set(dropped.get() + fresh.size() - capacity);
            fresh = fresh.subList(fresh.size() - capacity, fresh.size());
        }
        int over = all.size() + fresh.size() - capacity;
        if (over > 0) {
            int cut = Math.min(all.size(), Math.max(over, capacity / 10));
            all.remove(0, cut);
            dropped.set(dropped.get() + cut);
        }
        all.addAll(fresh);
        if (!query.get().isBlank()) {
            recount();
        }
    }

    void clear() {
        all.clear();
        dropped.set(0);
        matches.set(0);
        step.set("");
    }

    private void recount() {
        matches.set((int) shown.stream().filter(this::matches).count());
    }

    /** Whether a line holds what is searched. */
    public boolean matches(LogEntry line) {
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        return !wanted.isEmpty() && line.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /**
     * The next line that holds what is searched, around the end.
     *
     * @param from an index of {@link #lines()}, -1 to begin
     * @param direction 1 or -1
     * @return an index of {@link #lines()}, -1 when there is none
     */
    public int find(int from, int direction) {
        int size = shown.size();
        int start = from < 0 && direction < 0 ? 0 : from;
        for (int i = 1; i <= size; i++) {
            int at = Math.floorMod(start + i * direction, size);
            if (matches(shown.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Which match a line is, from 1; 0 when it is none. */
    public int ordinal(int index) {
        if (index < 0 || index >= shown.size() || !matches(shown.get(index))) {
            return 0;
        }
        return (int) shown.subList(0, index + 1).stream().filter(this::matches).count();
    }

    /** All shown lines as one text. */
    public String text() {
        var out = new StringBuilder();
        if (dropped.get() > 0 && step.get().isEmpty()) {
            out.append("[").append(dropped.get()).append(" earlier lines are not kept]\n");
        }
        shown.forEach(e -> out.append(e.text()).append('\n'));
        return out.toString();
    }

    /** The lines of the chosen step, or all. */
    public ObservableList<LogEntry> lines() {
        return shown;
    }

    /** The step that the log is narrowed to; empty for all. */
    public StringProperty stepProperty() {
        return step;
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** How many lines hold what is searched. */
    public ReadOnlyIntegerProperty matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** How many of the oldest lines are gone. */
    public ReadOnlyIntegerProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }
}
