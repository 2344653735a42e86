package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nixos.OptionPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The options that modules of NixOS set, with the report of what becomes of them. */
final class NixosOptions {

    private final Placed root;
    private final NixosModules modules;
    private final Set<List<String>> said = new HashSet<>();
    private final List<ImportNote> notes = new ArrayList<>();

    NixosOptions(Placed root, NixosModules modules) {
        this.root = root;
        this.modules = modules;
    }

    Placed root() {
        return root;
    }

    /** How a value is written. */
    String verbatim(Placed value) {
        return modules.verbatim(value);
    }

    static List<String> path(String dotted) {
        return OptionPath.parse(dotted);
    }

    static List<String> below(List<String> path, String... names) {
        return Stream.concat(path.stream(), Stream.of(names)).toList();
    }

    /** What stands at an option. */
    Optional<Placed> at(List<String> path) {
        Placed here = root;
        for (String name : path) {
            Placed next = here.data() instanceof Attrs attrs ? attrs.entries().get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /** Whether an option has been dealt with, or one that it is below of. */
    boolean isSaid(List<String> path) {
        for (int length = 0; length <= path.size(); length++) {
            if (said.contains(path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something below an option has been dealt with. */
    boolean isSaidBelow(List<String> path) {
        return said.stream()
                .anyMatch(
                        each ->
                                each.size() > path.size()
                                        && each.subList(0, path.size()).equals(path));
    }

    /** The names below an option. */
    List<String> names(List<String> path) {
        return at(path).map(Placed::data).orElse(null) instanceof Attrs attrs
                ? List.copyOf(attrs.entries().keySet())
                : List.of();
    }

    Optional<String> text(List<String> path) {
        return at(path).flatMap(value -> text(value.data()));
    }

    static Optional<String> text(NixData data) {
        return switch (data) {
            case NixData.Text(String text) -> Optional.of(text);
            case NixData.Int(long number) -> Optional.of(Long.toString(number));
            case NixData.Decimal(String text) -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    Optional<Boolean> bool(List<String> path) {
        return at(path).map(Placed::data).orElse(null) instanceof NixData.Bool(boolean on)
                ? Optional.of(on)
                : Optional.empty();
    }

    Optional<Long> number(List<String> path) {
        return at(path).map(Placed::data).orElse(null) instanceof NixData.Int(long number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The items of a list. */
    List<Placed> items(List<String> path) {
        return at(path).map(Placed::data).orElse(null) instanceof NixData.Items(List<Placed> items)
                ? items
                : List.of();
    }

    /** The texts of a list; empty when it is none, or has something else. */
    Optional<List<String>> texts(List<String> path) {
        return at(path).flatMap(value -> texts(value.data()));
    }

    static Optional<List<String>> texts(NixData data) {
        if (!(data instanceof NixData.Items(List<Placed> items))) {
            return Optional.empty();
        }
        List<String> texts = items.stream().flatMap(e -> text(e.data()).stream()).toList();
        return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
    }

    void taken(List<String> path, String target) {
        note(path, Outcome.TAKEN, target, "");
    }

    void near(List<String> path, String target, String reason) {
        note(path, Outcome.APPROXIMATED, target, reason);
    }

    void dropped(List<String> path, String reason) {
        note(path, Outcome.DROPPED, "", reason);
    }

    /** An option is dealt with, and all has been said of its parts. */
    void said(List<String> path) {
        said.add(path);
    }

    /** An option is dealt with; nothing happens when it is not there. */
    void note(List<String> path, Outcome outcome, String target, String reason) {
        at(path).filter(value -> !isSaid(path))
                .ifPresent(
                        value -> {
                            said.add(path);
                            add(OptionPath.shown(path), value, outcome, target, reason);
                        });
    }

    /** A note on a part of an option; the option itself may be noted too. */
    void add(String field, Placed value, Outcome outcome, String target, String reason) {
        boolean secret = field.matches("(?i).*(password|passwd|secret|token|psk|private).*");
        String verbatim = outcome == Outcome.DROPPED && !secret ? modules.verbatim(value) : "";
        String place = value.file().isEmpty() ? field : value.file() + ": " + field;
        notes.add(
                new ImportNote(place, modules.position(value), outcome, target, reason, verbatim));
    }

    /** Takes an option when it is a text of a kind. */
    void take(String option, String target, Function<String, Boolean> taken) {
        List<String> path = path(option);
        text(path)
                .filter(text -> !isSaid(path) && taken.apply(text))
                .ifPresent(text -> taken(path, target));
    }

    /** The report: the first file's notes first, each file's in its order. */
    List<ImportNote> notes() {
        return notes.stream()
                .sorted(
                        Comparator.comparing(
                                        (ImportNote note) ->
                                                note.field().matches("[^ ]+: .*")
                                                        ? note.field().split(": ", 2)[0]
                                                        : "")
                                .thenComparing(ImportNote.byPlace()))
                .toList();
    }

    void add(ImportNote note) {
        notes.add(note);
    }
}
