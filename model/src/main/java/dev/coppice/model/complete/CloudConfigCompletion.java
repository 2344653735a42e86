package dev.coppice.model.complete;

import dev.coppice.model.complete.Completion.Topic;
import dev.coppice.model.complete.Proposal.Kind;
import dev.coppice.model.export.kairos.KairosNames;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Proposes keys and values inside the raw settings for Kairos. */
final class CloudConfigCompletion {

    private static final int STEP = 1_000;

    private final Place place;
    private final KairosNames names;
    private final RawFiller filler;

    CloudConfigCompletion(Place place, KairosNames names, RawFiller filler) {
        this.place = place;
        this.names = names;
        this.filler = filler;
    }

    Completion completion() {
        YamlPath path = YamlPath.ROOT;
        for (YamlPath.Step step : place.path().steps().subList(2, place.path().steps().size())) {
            path =
                    switch (step) {
                        case YamlPath.Key key -> path.key(key.name());
                        case YamlPath.Index index -> path.index(index.index());
                    };
        }
        var found = new ArrayList<Proposal>();
        Set<String> there = filler.there();
        int order = 0;
        for (KairosNames.Name name : names.below(path)) {
            OptionalInt fit = Match.of(place.typed(), name.key());
            if (fit.isPresent() && !there.contains(name.key())) {
                var word = new Word(name.key(), Kind.KEY, name.takes(), "");
                int rank = fit.getAsInt() * STEP + order++;
                found.add(filler.key(word, Quoting.key(name.key()), name.starter(), rank));
            }
        }
        boolean flag = place.kind() == Place.Kind.VALUE && names.isFlag(path);
        for (String value : flag ? List.of("true", "false") : List.<String>of()) {
            Match.of(place.typed(), value)
                    .ifPresent(
                            fit ->
                                    found.add(
                                            filler.value(
                                                    Word.value(value, ""), value, fit * STEP)));
        }
        found.sort(Comparator.comparingInt(Proposal::rank));
        return new Completion(place.token(), place.typed(), found, Topic.FIELDS, flag);
    }
}
