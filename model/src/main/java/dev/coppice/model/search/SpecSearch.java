package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a field by any name that it has: its own, its title, the names that NixOS, cloud-init,
 * Kairos or systemd give it, names that people write by mistake, words of its documentation; small
 * misspellings are forgiven. Finds what stands in the spec as well. Immutable.
 */
public final class SpecSearch {

    private final SpecSchema schema;
    private final List<Row> rows;

    /** A field that can be found, with its names. */
    private record Row(Field field, List<FieldName> names, int depth) {}

    public SpecSearch(SpecSchema schema) {
        this.schema = schema;
        this.rows =
                schema.fields().stream()
                        .filter(field -> !field.isItem() && !field.isEntry())
                        .map(SpecSearch::row)
                        .toList();
    }

    private static Row row(Field field) {
        int depth = field.path().split("\\.").length - 1;
        return new Row(field, FieldName.of(field), depth);
    }

    /**
     * The hits for what was typed, the best first. Nothing typed gives the fields of the top level
     * in the order of the table.
     *
     * @param document the spec as it stands
     * @param limit how many at most
     */
    public List<Hit> find(String typed, Optional<YNode> document, int limit) {
        var query = new Query(typed);
        if (query.isEmpty()) {
            return rows.stream()
                    .filter(row -> row.depth() == 0)
                    .<Hit>map(row -> hit(row, row.names().getFirst(), 0, document))
                    .limit(limit)
                    .toList();
        }
        var hits = new ArrayList<Hit>();
        for (Row row : rows) {
            best(row, query, document).ifPresent(hits::add);
        }
        document.ifPresent(root -> hits.addAll(new ValueHits(schema, query).of(root)));
        if (hits.isEmpty()) {
            for (Row row : rows) {
                bestWithTypos(row, query, document).ifPresent(hits::add);
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(limit)
                .toList();
    }

    private Optional<Hit> best(Row row, Query query, Optional<YNode> document) {
        FieldName best = null;
        int most = 0;
        for (FieldName name : row.names()) {
            int fit =
                    name.isDocumentation() ? query.fitText(name.words()) : query.fit(name.words());
            int score = fit == 0 ? 0 : fit + name.weight() - 5 * row.depth() - more(row.field());
            if (score > most) {
                best = name;
                most = score;
            }
        }
        return best == null ? Optional.empty() : Optional.of(hit(row, best, most, document));
    }

    /** Of the variants of a union that share a key, the one that tells the kind comes first. */
    private static int more(Field field) {
        return field.variant().filter(v -> !v.equals(field.key())).isPresent() ? 15 : 0;
    }

    private Optional<Hit> bestWithTypos(Row row, Query query, Optional<YNode> document) {
        return row.names().stream()
                .filter(name -> !name.isDocumentation())
                .filter(name -> query.fitWithTypos(name.words()) > 0)
                .findFirst()
                .map(
                        name ->
                                hit(
                                        row,
                                        name,
                                        query.fitWithTypos(name.words())
                                                + name.weight()
                                                - 5 * row.depth(),
                                        document));
    }

    private Hit hit(Row row, FieldName name, int score, Optional<YNode> document) {
        return new Hit.OfField(
                row.field(),
                name.system(),
                name.isDocumentation() ? "" : name.text(),
                document.flatMap(root -> FieldPlaces.first(root, row.field())),
                score);
    }

    /** Whether a type holds fields of its own, to be gone into. */
    static boolean isRecord(FieldType type) {
        return type instanceof FieldType.Mapping || type instanceof FieldType.Union;
    }
}
