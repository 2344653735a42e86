package dev.coppice.model.complete;

import dev.coppice.model.complete.Completion.Topic;
import dev.coppice.model.complete.Opening.Filled;
import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.export.kairos.KairosNames;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseReader;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Proposes what may be meant at a place of a text. Works on any text, most of all on one that is
 * being written and is no YAML at the moment. Pure and total.
 */
public final class Completer {

    private static final int STEP = 1_000;

    private final SpecSchema schema;
    private final Names names = new Names();
    private final KairosNames kairos = new KairosNames();

    public Completer(SpecSchema schema) {
        this.schema = schema;
    }

    /** What may be meant at an offset of a text. */
    public Completion complete(SpecText spec, int offset, Catalog catalog) {
        String text = spec.content();
        if (offset < 0 || offset > text.length()) {
            return Completion.none(0);
        }
        LooseNode root = LooseReader.read(text);
        return PlaceFinder.find(text, root, offset)
                .map(place -> new At(text, root, place, catalog).completion())
                .orElse(Completion.none(offset));
    }

    /** One question. */
    private final class At {
        private final String text;
        private final LooseFields fields;
        private final Place place;
        private final ValueWords words;
        private final TextStyle style;
        private final Optional<NixOptions> options;
        private Topic topic = Topic.FIELDS;
        private boolean whole;

        At(String text, LooseNode root, Place place, Catalog catalog) {
            this.text = text;
            this.fields = new LooseFields(schema, root);
            this.place = place;
            this.words = new ValueWords(names, fields, catalog);
            this.style = TextStyle.of(text, root);
            this.options = catalog.options();
        }

        Completion completion() {
            if (place.kind() == Kind.TEXT) {
                return new UnitCompletion(names.known(), words, fields).at(text, place);
            }
            if (Raws.isIn(Raws.NIXOS, place)) {
                return options();
            }
            if (Raws.isIn(Raws.KAIROS, place)) {
                return new CloudConfigCompletion(place, kairos, filler()).completion();
            }
            var found = new ArrayList<Proposal>();
            fields.at(place.path()).ifPresent(field -> found.addAll(proposals(field)));
            found.sort(Comparator.comparingInt(Proposal::rank));
            return new Completion(place.token(), place.typed(), found, topic, whole);
        }

        private RawFiller filler() {
            return new RawFiller(text, place, style);
        }

        /** Without a table, the list says that there is none. */
        private Completion options() {
            return options.map(it -> new OptionCompletion(place, it, filler()).completion())
                    .orElseGet(
                            () ->
                                    new Completion(
                                            place.token(),
                                            place.typed(),
                                            List.of(),
                                            Topic.OPTIONS,
                                            false));
        }

        private List<Proposal> proposals(Field field) {
            boolean quoted = Opening.quoted(place);
            whole = isWhole(field.type());
            return switch (field.type()) {
                case FieldType.Mapping mapping when !quoted -> keys().of(place, field);
                case FieldType.Union union when !quoted -> keys().of(place, field);
                case FieldType.MapOf map -> entryKeys(field, map);
                case FieldType.ListOf list when !quoted -> firstItem(field);
                case FieldType.Mapping mapping -> List.of();
                case FieldType.Union union -> List.of();
                case FieldType.ListOf list -> List.of();
                default -> values(field, Opening.forValue(text, place), there());
            };
        }

        private static boolean isWhole(FieldType type) {
            return type instanceof FieldType.Mapping
                    || type instanceof FieldType.Union
                    || type instanceof FieldType.Choice
                    || type instanceof FieldType.Bool;
        }

        private KeyProposals keys() {
            return new KeyProposals(schema, fields, text, style);
        }

        /** The first item of a list where nothing stands behind the key. */
        private List<Proposal> firstItem(Field list) {
            Optional<Field> item = schema.children(list).stream().findFirst();
            if (item.isEmpty() || place.kind() == Kind.KEY) {
                return List.of();
            }
            return switch (item.get().type()) {
                case FieldType.Mapping mapping -> keys().inList(place, item.get());
                case FieldType.Union union -> keys().inList(place, item.get());
                default -> values(item.get(), Opening.forList(text, place, style, false), Set.of());
            };
        }

        /** The items that a list of values has already. */
        private Set<String> there() {
            if (!(place.around().orElse(null) instanceof LooseList list)) {
                return Set.of();
            }
            var values = new HashSet<String>();
            for (LooseNode.Item item : list.items()) {
                if (item.value() instanceof LooseNode.LooseScalar scalar
                        && place.scalar().filter(s -> s == scalar).isEmpty()) {
                    values.add(scalar.value());
                }
            }
            return values;
        }

        private List<Proposal> values(Field field, Opening opening, Set<String> there) {
            topic = topic(field.path());
            whole |= names.closed(field.path(), place.path());
            boolean package_ = topic == Topic.PACKAGES;
            boolean raw = field.type() instanceof FieldType.Int || isFlag(field);
            return ranked(
                    words.of(field, place.path(), place.typed()),
                    there,
                    package_,
                    word -> {
                        boolean bare = raw || Opening.quoted(place);
                        String value = bare ? word.text() : Quoting.value(word.text());
                        return opening.fill("Write " + word.text(), value, value.length());
                    },
                    field.text().documentation(),
                    false);
        }

        private static boolean isFlag(Field field) {
            return field.type() instanceof FieldType.Bool;
        }

        private List<Proposal> entryKeys(Field map, FieldType.MapOf type) {
            topic = topic(map.path());
            Set<String> there = new HashSet<>();
            place.record()
                    .filter(r -> place.kind() == Kind.KEY)
                    .ifPresent(
                            r ->
                                    r.entries().stream()
                                            .map(LooseNode.Entry::key)
                                            .filter(
                                                    k ->
                                                            place.scalar()
                                                                    .filter(s -> s == k)
                                                                    .isEmpty())
                                            .forEach(k -> there.add(k.value())));
            Optional<Field> item = schema.children(map).stream().findFirst();
            String value = item.map(this::entryValue).orElse("");
            boolean renames = place.entry().filter(e -> e.colon() >= 0).isPresent();
            boolean quoted = Opening.quoted(place);
            Opening opening =
                    renames || quoted
                            ? new Opening(place.token(), "", "", 0, true)
                            : Opening.forKey(text, place, style);
            return ranked(
                    words.keys(map, type.key()),
                    there,
                    false,
                    word -> {
                        String key = quoted ? word.text() : Quoting.key(word.text());
                        String all = renames || quoted ? key : key + ": " + value;
                        return opening.fill("Add " + word.text(), all, all.length());
                    },
                    item.map(f -> f.text().documentation()).orElse(""),
                    true);
        }

        /** What an entry starts with: its example when that is a short record. */
        private String entryValue(Field entry) {
            String example = entry.text().example();
            return entry.type() instanceof FieldType.Mapping && example.startsWith("{")
                    ? example
                    : "";
        }

        private List<Proposal> ranked(
                List<Word> candidates,
                Set<String> there,
                boolean inOrder,
                java.util.function.Function<Word, Filled> fill,
                String documentation,
                boolean again) {
            var found = new ArrayList<Proposal>();
            var seen = new HashSet<>(there);
            int i = 0;
            for (Word word : candidates) {
                OptionalInt quality =
                        inOrder && word.kind() == Proposal.Kind.PACKAGE && !place.typed().isEmpty()
                                ? OptionalInt.of(0)
                                : best(place.typed(), word);
                i++;
                if (quality.isEmpty() || !seen.add(word.text())) {
                    continue;
                }
                Filled filled = fill.apply(word);
                found.add(
                        new Proposal(
                                word.text(),
                                word.kind(),
                                word.detail(),
                                word.documentation().isEmpty()
                                        ? documentation
                                        : word.documentation(),
                                filled.edit(),
                                filled.caret(),
                                quality.getAsInt() * STEP + i,
                                again));
            }
            return found;
        }

        /** A value is found by its title too: {@code german} finds {@code de}. */
        private static OptionalInt best(String typed, Word word) {
            OptionalInt direct = Match.of(typed, word.text());
            if (direct.isPresent()) {
                return direct;
            }
            return typed.length() > 1 && Match.of(typed, word.detail()).isPresent()
                    ? OptionalInt.of(4)
                    : OptionalInt.empty();
        }

        private static Topic topic(String path) {
            return path.equals("packages[]") ? Topic.PACKAGES : Topic.FIELDS;
        }
    }
}
