package dev.coppice.model.complete;

import dev.coppice.model.complete.Opening.Filled;
import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Proposes the keys of a record that it does not have yet, those that it must have first. */
final class KeyProposals {

    private static final int STEP = 1_000;
    private static final int BY_ANOTHER_NAME = 4;

    private final SpecSchema schema;
    private final LooseFields fields;
    private final String text;
    private final TextStyle style;

    KeyProposals(SpecSchema schema, LooseFields fields, String text, TextStyle style) {
        this.schema = schema;
        this.fields = fields;
        this.text = text;
        this.style = style;
    }

    /** The keys for a place in or of a record. */
    List<Proposal> of(Place place, Field record) {
        Optional<LooseMap> map = place.kind() == Kind.KEY ? place.record() : Optional.empty();
        Opening opening = Opening.forKey(text, place, style);
        return proposals(place, record, map, opening);
    }

    /** The keys that may begin the first record of a list. */
    List<Proposal> inList(Place place, Field record) {
        return proposals(
                place, record, Optional.empty(), Opening.forList(text, place, style, true));
    }

    private List<Proposal> proposals(
            Place place, Field record, Optional<LooseMap> map, Opening opening) {
        Set<String> there = new HashSet<>();
        map.ifPresent(
                m -> {
                    for (LooseNode.Entry entry : m.entries()) {
                        if (place.scalar().filter(s -> s == entry.key()).isEmpty()) {
                            there.add(entry.key().value());
                        }
                    }
                });
        Set<String> excluded = excluded(record, there);
        var found = new ArrayList<Proposal>();
        List<Field> rows = fields.fields(record, map.map(LooseNode.class::cast));
        for (int i = 0; i < rows.size(); i++) {
            Field field = rows.get(i);
            if (there.contains(field.key()) || excluded.contains(field.key())) {
                continue;
            }
            OptionalInt quality = quality(place.typed(), field);
            if (quality.isPresent() && there.add(field.key())) {
                int rank = quality.getAsInt() * STEP + (first(field) ? 0 : STEP / 2) + i;
                found.add(proposal(place, field, opening, rank));
            }
        }
        return found;
    }

    /** A key that must be there, or that tells the kind of a record. */
    private static boolean first(Field field) {
        return field.required();
    }

    /** The keys that clash with one that is there. */
    private static Set<String> excluded(Field record, Set<String> there) {
        Set<String> out = new HashSet<>();
        if (record.type() instanceof FieldType.Mapping mapping) {
            for (FieldType.KeyGroup group : mapping.groups()) {
                if (group.exclusive() && group.keys().stream().anyMatch(there::contains)) {
                    out.addAll(group.keys());
                }
            }
        }
        return out;
    }

    private static OptionalInt quality(String typed, Field field) {
        OptionalInt direct = Match.of(typed, field.key());
        if (direct.isPresent()) {
            return direct;
        }
        boolean alias = field.aliases().stream().anyMatch(a -> Match.of(typed, a).isPresent());
        return alias && typed.length() > 1 ? OptionalInt.of(BY_ANOTHER_NAME) : OptionalInt.empty();
    }

    private Proposal proposal(Place place, Field field, Opening opening, int rank) {
        String label = "Add " + field.key();
        Filled filled;
        if (place.entry().isPresent() && place.entry().get().colon() >= 0) {
            filled =
                    new Opening(place.token(), "", "", 0, true)
                            .fill("Rename to " + field.key(), field.key(), field.key().length());
        } else {
            var snippet = new Snippet(schema, style);
            if (opening.flow()) {
                snippet.flowEntry(field);
            } else {
                snippet.entry(field, opening.column());
            }
            filled = opening.fill(label, snippet.text(), snippet.caret());
        }
        return new Proposal(
                field.key(),
                Proposal.Kind.KEY,
                Wording.detail(field),
                field.text().documentation(),
                filled.edit(),
                filled.caret(),
                rank,
                true);
    }
}
