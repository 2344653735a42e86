package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds values and keys of one's own in a document. */
final class ValueHits {

    /** What names a record counts more than what stands inside of it. */
    private static final int NAME = 80;

    private static final int LONGEST = 120;

    private final SpecSchema schema;
    private final Query query;
    private final List<Hit> hits = new ArrayList<>();
    private Optional<YNode> root = Optional.empty();

    ValueHits(SpecSchema schema, Query query) {
        this.schema = schema;
        this.query = query;
    }

    List<Hit> of(YNode document) {
        root = Optional.of(document);
        look(document, YamlPath.ROOT);
        return hits;
    }

    private void look(YNode node, YamlPath path) {
        switch (node) {
            case YScalar scalar -> value(scalar, path);
            case YSeq list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    look(list.items().get(i), path.index(i));
                }
            }
            case YMap map -> {
                boolean ownKeys =
                        schema.at(path, root).map(Field::type).orElse(null)
                                instanceof FieldType.MapOf;
                for (YNode.Entry entry : map.entries()) {
                    YamlPath child = path.key(entry.key().value());
                    if (ownKeys) {
                        add(
                                child,
                                entry.key().value(),
                                query.fit(NameWords.of(entry.key().value())) + NAME);
                    }
                    look(entry.value(), child);
                }
            }
        }
    }

    private void value(YScalar scalar, YamlPath path) {
        Optional<Field> field = schema.at(path, root);
        boolean secret =
                field.map(Field::type).orElse(null) instanceof FieldType.Text text
                        && text.shape() == Shape.PASSWORD_HASH;
        if (secret) {
            return;
        }
        int more = isName(path) ? NAME : 0;
        for (String line : scalar.value().lines().toList()) {
            int fit = query.mayBeIn(line) ? query.fit(NameWords.of(line)) : 0;
            if (fit > 0) {
                add(path, line.strip(), fit + more);
                return;
            }
        }
    }

    /** Whether a value titles the record that it stands in. */
    private boolean isName(YamlPath path) {
        boolean inList =
                path.steps().size() > 2
                        && path.parent().steps().getLast() instanceof YamlPath.Index;
        return inList
                && path.steps().getLast() instanceof YamlPath.Key key
                && schema.at(path.parent().parent(), root).map(Field::type).orElse(null)
                        instanceof FieldType.ListOf list
                && list.titleKeys().contains(key.name());
    }

    private void add(YamlPath path, String value, int score) {
        if (score <= NAME) {
            return;
        }
        String title = schema.at(path, root).map(Field::title).filter(t -> !t.isEmpty()).orElse("");
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        hits.add(new Hit.OfValue(path, shown, title, score - 1));
    }
}
