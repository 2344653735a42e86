package dev.coppice.model.complete;

import dev.coppice.model.complete.Opening.Filled;
import dev.coppice.model.loose.LooseNode;

import java.util.HashSet;
import java.util.Set;

/** Writes keys and values into raw settings, which no table of fields describes. */
final class RawFiller {

    private final String text;
    private final Place place;
    private final TextStyle style;

    RawFiller(String text, Place place, TextStyle style) {
        this.text = text;
        this.place = place;
        this.style = style;
    }

    /** The keys that stand beside the one that is being written. */
    Set<String> there() {
        var there = new HashSet<String>();
        place.record()
                .filter(record -> place.kind() == Place.Kind.KEY)
                .ifPresent(
                        record ->
                                record.entries().stream()
                                        .map(LooseNode.Entry::key)
                                        .filter(key -> place.scalar().filter(key::equals).isEmpty())
                                        .forEach(key -> there.add(key.value())));
        return there;
    }

    /** Whether a key is given another name: its value stays. */
    private boolean renames() {
        return place.entry().filter(entry -> entry.colon() >= 0).isPresent();
    }

    /**
     * A key with what its value may begin with.
     *
     * @param key as it stands in YAML
     * @param value as it stands in YAML; possibly empty
     */
    Proposal key(Word word, String key, String value, int rank) {
        boolean bare = renames() || Opening.quoted(place);
        Opening opening =
                bare
                        ? new Opening(place.token(), "", "", 0, true)
                        : Opening.forKey(text, place, style);
        String all = bare ? key : key + ": " + value;
        boolean inside = !bare && value.matches("\"\"|\\[]|\\{}");
        int caret = inside ? all.length() - 1 : all.length();
        return proposal(word, opening.fill("Add " + word.text(), all, caret), rank, !bare);
    }

    /** The beginning of a key, which goes on behind it. */
    Proposal part(Word word, String part, int rank) {
        Opening opening =
                renames() || Opening.quoted(place)
                        ? new Opening(place.token(), "", "", 0, true)
                        : Opening.forKey(text, place, style);
        return proposal(word, opening.fill("Write " + part, part, part.length()), rank, true);
    }

    /**
     * A value.
     *
     * @param value as it stands in YAML
     */
    Proposal value(Word word, String value, int rank) {
        boolean quoted = Opening.quoted(place);
        String bare =
                quoted && value.length() > 1 && value.startsWith("\"")
                        ? value.substring(1, value.length() - 1)
                        : value;
        Opening opening = Opening.forValue(text, place);
        return proposal(word, opening.fill("Write " + bare, bare, bare.length()), rank, false);
    }

    private static Proposal proposal(Word word, Filled filled, int rank, boolean again) {
        return new Proposal(
                word.text(),
                word.kind(),
                word.detail(),
                word.documentation(),
                filled.edit(),
                filled.caret(),
                rank,
                again);
    }
}
