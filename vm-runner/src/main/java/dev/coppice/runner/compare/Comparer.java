package dev.coppice.runner.compare;

import dev.coppice.model.diff.Change;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;
import dev.coppice.runner.compare.GenerationComparison.Topic;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares two generations. Pure. */
public final class Comparer {

    private static final String NO_BOOT = " has not been booted yet: boot it to compare this";

    private final Side before;
    private final Side after;
    private final List<Change> changes;
    private final Causes causes;

    /**
     * One side.
     *
     * @param files what its configuration brings
     */
    public record Side(Generation generation, List<ComparedFile> files) {

        public Side {
            files = List.copyOf(files);
        }

        String title() {
            return generation.system() + " generation " + generation.number();
        }
    }

    private Comparer(Side before, Side after, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.causes = new Causes(changes);
    }

    /**
     * @param changes how the specs differ, from the earlier to the later
     */
    public static GenerationComparison compare(Side before, Side after, List<Change> changes) {
        return new Comparer(before, after, changes).all();
    }

    private GenerationComparison all() {
        var sections = new ArrayList<Section>();
        for (Topic topic : Topic.values()) {
            sections.add(
                    switch (topic) {
                        case SETTINGS -> settings();
                        case PACKAGES -> packages();
                        case FILES -> files();
                        case UNITS -> units();
                        case PORTS -> ports();
                        case USERS -> users();
                        case KERNEL -> kernel();
                        case CHECKS -> checks();
                        case BOOT -> booted(topic, Measures::boot);
                        case SIZE -> Measures.size(before.generation(), after.generation());
                    });
        }
        return new GenerationComparison(before.title(), after.title(), sections);
    }

    private Section settings() {
        List<Row> rows =
                changes.stream()
                        .map(
                                change ->
                                        new Row(
                                                kind(change.kind()),
                                                change.label(),
                                                change.before(),
                                                change.after(),
                                                List.of(),
                                                Optional.of(change.path())))
                        .toList();
        return new Section(Topic.SETTINGS, rows, 0, "");
    }

    private Section packages() {
        return facts(
                Topic.PACKAGES,
                facts ->
                        byName(
                                facts.packages(),
                                p -> p.name() + ":" + p.architecture(),
                                Facts.PackageFact::version),
                key -> key.substring(0, key.lastIndexOf(':')));
    }

    private Section files() {
        Map<String, ComparedFile> old = byPath(before.files());
        Map<String, ComparedFile> fresh = byPath(after.files());
        var rows = new ArrayList<Row>();
        int equal = 0;
        var paths = new java.util.TreeSet<>(old.keySet());
        paths.addAll(fresh.keySet());
        for (String path : paths) {
            Optional<Row> row =
                    FileRows.compare(
                            path,
                            Optional.ofNullable(old.get(path)),
                            Optional.ofNullable(fresh.get(path)),
                            causes.of(path));
            row.ifPresent(rows::add);
            equal += row.isPresent() ? 0 : 1;
        }
        return new Section(Topic.FILES, rows, equal, "");
    }

    private Section units() {
        return facts(
                Topic.UNITS,
                facts ->
                        byName(
                                facts.units(),
                                Facts.UnitFact::name,
                                u ->
                                        u.active()
                                                + " ("
                                                + u.sub()
                                                + ")"
                                                + (u.enabled().isEmpty()
                                                        ? ""
                                                        : ", " + u.enabled())),
                Function.identity());
    }

    private Section ports() {
        return facts(
                Topic.PORTS,
                facts ->
                        byName(
                                facts.ports(),
                                p -> p.protocol() + " " + p.port() + " on " + p.address(),
                                p -> p.process().isEmpty() ? "open" : p.process()),
                Function.identity());
    }

    private Section users() {
        return facts(
                Topic.USERS,
                facts ->
                        byName(
                                facts.users(),
                                Facts.UserFact::name,
                                u ->
                                        "uid "
                                                + u.uid()
                                                + ", "
                                                + u.shell()
                                                + (u.groups().isEmpty()
                                                        ? ""
                                                        : ", " + String.join(" ", u.groups()))),
                Function.identity());
    }

    private Section kernel() {
        return facts(
                Topic.KERNEL,
                facts -> {
                    var values = new TreeMap<>(facts.sysctl());
                    values.put("kernel release", facts.kernel());
                    return values;
                },
                Function.identity());
    }

    private Section checks() {
        return booted(
                Topic.CHECKS,
                (old, fresh) ->
                        diff(
                                Topic.CHECKS,
                                byName(old.checks(), CheckResult::check, Comparer::verdict),
                                byName(fresh.checks(), CheckResult::check, Comparer::verdict),
                                Function.identity()));
    }

    private Section facts(
            Topic topic,
            Function<Facts, Map<String, String>> values,
            Function<String, String> causeName) {
        return booted(
                topic,
                (old, fresh) ->
                        diff(
                                topic,
                                values.apply(old.facts()),
                                values.apply(fresh.facts()),
                                causeName));
    }

    /** Compares what only a boot can tell. */
    private Section booted(
            Topic topic,
            java.util.function.BiFunction<BootRecord, BootRecord, Section> comparison) {
        Optional<BootRecord> old = before.generation().boot();
        Optional<BootRecord> fresh = after.generation().boot();
        if (old.isEmpty() || fresh.isEmpty()) {
            String who = (old.isEmpty() ? before : after).title();
            return new Section(topic, List.of(), 0, who + NO_BOOT);
        }
        return comparison.apply(old.get(), fresh.get());
    }

    private Section diff(
            Topic topic,
            Map<String, String> old,
            Map<String, String> fresh,
            Function<String, String> causeName) {
        var rows = new ArrayList<Row>();
        int equal = 0;
        var names = new java.util.TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String name : names) {
            String left = old.get(name);
            String right = fresh.get(name);
            if (left != null && left.equals(right)) {
                equal++;
                continue;
            }
            Kind kind = left == null ? Kind.ADDED : right == null ? Kind.REMOVED : Kind.CHANGED;
            rows.add(
                    new Row(
                            kind,
                            name,
                            left == null ? "" : left,
                            right == null ? "" : right,
                            List.of(),
                            causes.of(causeName.apply(name))));
        }
        return new Section(topic, rows, equal, "");
    }

    private static <T> Map<String, String> byName(
            Collection<T> things, Function<T, String> name, Function<T, String> value) {
        var result = new TreeMap<String, String>();
        things.forEach(
                thing ->
                        result.merge(
                                name.apply(thing), value.apply(thing), (a, b) -> a + ", " + b));
        return result;
    }

    private static Map<String, ComparedFile> byPath(List<ComparedFile> files) {
        var result = new TreeMap<String, ComparedFile>();
        files.forEach(file -> result.put(file.path(), file));
        return result;
    }

    private static String verdict(CheckResult result) {
        return switch (result.verdict()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case UNKNOWN -> "could not run";
        };
    }

    private static Kind kind(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> Kind.ADDED;
            case REMOVED -> Kind.REMOVED;
            case CHANGED -> Kind.CHANGED;
        };
    }
}
