package dev.coppice.model.complete;

import dev.coppice.model.complete.Completion.Topic;
import dev.coppice.model.complete.Proposal.Kind;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.NixOptions.Step;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.nixos.OptionText;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Proposes options and their values inside the raw settings for NixOS. A key at the top is a dotted
 * path, which is found by any words of it; keys below are single names.
 */
final class OptionCompletion {

    private static final int MANY = 200;
    private static final int STEP = 1_000;
    private static final int FOUND = 10;

    private final Place place;
    private final NixOptions options;
    private final RawFiller filler;

    OptionCompletion(Place place, NixOptions options, RawFiller filler) {
        this.place = place;
        this.options = options;
        this.filler = filler;
    }

    /** The path that keys of the YAML below {@code targets.nixos} name. */
    static List<String> path(YamlPath raw) {
        var path = new ArrayList<String>();
        for (int i = 2; i < raw.steps().size(); i++) {
            if (raw.steps().get(i) instanceof YamlPath.Key(String name)) {
                path.addAll(i == 2 ? OptionPath.parse(name) : List.of(name));
            }
        }
        return path;
    }

    Completion completion() {
        List<String> path = path(place.path());
        boolean item =
                place.path().steps().stream().anyMatch(step -> step instanceof YamlPath.Index);
        var found = new ArrayList<Proposal>();
        boolean top = place.path().steps().size() == 2;
        if (top) {
            found.addAll(dotted());
        } else if (!item && (place.kind() == Place.Kind.KEY || !options.below(path).isEmpty())) {
            found.addAll(names(path));
        }
        boolean closed = false;
        if (!top && place.kind() == Place.Kind.VALUE) {
            Optional<NixOption> option = options.at(path);
            option.ifPresent(it -> found.addAll(values(it)));
            closed = option.filter(it -> OptionText.values(it).contains("true")).isPresent();
        }
        found.sort(Comparator.comparingInt(Proposal::rank));
        return new Completion(place.token(), place.typed(), found, Topic.OPTIONS, closed);
    }

    private List<Proposal> dotted() {
        var found = new ArrayList<Proposal>();
        Set<String> there = filler.there();
        List<String> typed = OptionPath.parse(place.typed());
        List<String> parents = typed.subList(0, typed.size() - 1);
        int order = 0;
        for (Step step : options.below(parents)) {
            OptionalInt fit = Match.of(typed.getLast(), step.name());
            var path = new ArrayList<>(parents);
            path.add(step.name());
            String name = OptionPath.shown(path);
            if (fit.isEmpty() || there.contains(name)) {
                continue;
            }
            there.add(name);
            found.add(proposal(name, name, step.option(), fit.getAsInt() * STEP + order++, true));
        }
        for (NixOption option : options.search(place.typed(), MANY)) {
            if (there.add(option.name())) {
                String name = option.name();
                found.add(proposal(name, name, Optional.of(option), FOUND * STEP + order++, true));
            }
        }
        return found;
    }

    private List<Proposal> names(List<String> path) {
        var found = new ArrayList<Proposal>();
        Set<String> there = filler.there();
        int order = 0;
        for (Step step : options.below(path)) {
            OptionalInt fit = Match.of(place.typed(), step.name());
            if (fit.isPresent() && !there.contains(step.name())) {
                int rank = fit.getAsInt() * STEP + order++;
                String key = Quoting.key(step.name());
                found.add(proposal(step.name(), key, step.option(), rank, false));
            }
        }
        return found;
    }

    private Proposal proposal(
            String name, String key, Optional<NixOption> option, int rank, boolean dotted) {
        if (option.isEmpty()) {
            var word = new Word(name, Kind.KEY, "options", "");
            return dotted ? filler.part(word, key + ".", rank) : filler.key(word, key, "", rank);
        }
        NixOption it = option.get();
        var word = new Word(name, Kind.KEY, it.words(), documentation(it));
        return filler.key(word, key, OptionText.starter(it), rank);
    }

    static String documentation(NixOption option) {
        var lines = new StringBuilder(OptionText.description(option));
        for (OptionText.Fact fact : OptionText.facts(option)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(fact.label());
            lines.append(": ").append(fact.text());
        }
        return lines.toString();
    }

    private List<Proposal> values(NixOption option) {
        var found = new ArrayList<Proposal>();
        var seen = new HashSet<String>();
        int order = 0;
        for (String value : OptionText.values(option)) {
            OptionalInt fit = Match.of(place.typed(), value.replace("\"", ""));
            if (fit.isPresent() && seen.add(value)) {
                var word = new Word(value, Kind.VALUE, "", documentation(option));
                found.add(filler.value(word, value, fit.getAsInt() * STEP + order++));
            }
        }
        String usual = option.defaultText().strip();
        boolean literal = usual.matches("-?[0-9]{1,18}|\"[^\"\\\\$]{1,60}\"");
        if (literal && seen.add(usual) && Match.of(place.typed(), usual).isPresent()) {
            var word = new Word(usual, Kind.EXAMPLE, "default", documentation(option));
            found.add(filler.value(word, usual, FOUND * STEP));
        }
        return found;
    }
}
