package dev.coppice.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.RandomDocuments;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class CollectionFormTest {

    private static final int DOCUMENTS = 3_000;

    private final CollectionForm forms = new CollectionForm(new YamlPatcher());
    private final YamlParser parser = new YamlParser();

    @Test
    void theInnermostCollectionChanges() {
        SpecText text = new SpecText("users:\n  - name: a\n    groups: [x, y]\n");
        RefactorResult.Changed changed =
                changed(forms.toggle(text, YamlPath.of("users", 0, "groups", 1)));
        assertThat(text.apply(changed.batch()).content())
                .isEqualTo("users:\n  - name: a\n    groups:\n      - x\n      - y\n");
        assertThat(changed.batch().label()).isEqualTo("Write users[0].groups line by line");
    }

    @Test
    void sortsNumbersByValueAndTextsByLetters() {
        assertThat(sorted("p: [22, 8, 443]\n")).isEqualTo("p: [8, 22, 443]\n");
        assertThat(sorted("p: [b, A, a, 'c']\n")).isEqualTo("p: [A, a, b, 'c']\n");
        assertThat(sorted("p:\n  - vim # editor\n  # shell\n  - bash\n"))
                .isEqualTo("p:\n  # shell\n  - bash\n  - vim # editor\n");
        assertThat(sorted("p: [a, b]\n")).as("in order already").isEqualTo("p: [a, b]\n");
    }

    @Test
    void refusesWithAReason() {
        assertThat(reason(forms.sort(new SpecText("p: [{a: 1}]\n"), YamlPath.of("p"))))
                .startsWith("Only lists of single values");
        assertThat(reason(forms.sort(new SpecText("p: 1\n"), YamlPath.of("p"))))
                .isEqualTo("There is no list here.");
        assertThat(reason(forms.toggle(new SpecText("x\n"), YamlPath.ROOT)))
                .isEqualTo("There is no list or mapping here.");
        assertThat(reason(forms.toggle(new SpecText("p: [\n"), YamlPath.ROOT))).isNotBlank();
    }

    /** The other form of any collection has the same tree, and another style. */
    @Test
    void theTreeStays() {
        var random = new Random(20_261_124);
        int changes = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            SpecText text = new SpecText(RandomDocuments.next(random));
            Optional<YNode> root = parser.parse(text).root();
            var paths = new ArrayList<YamlPath>();
            root.ifPresent(node -> collect(node, YamlPath.ROOT, paths));
            if (paths.isEmpty()) {
                continue;
            }
            YamlPath path = paths.get(random.nextInt(paths.size()));
            if (forms.toggle(text, path) instanceof RefactorResult.Changed changed) {
                changes++;
                SpecText after = text.apply(changed.batch());
                YNode now = parser.parse(after).root().orElseThrow();
                assertThat(meaning(now)).as(text.content()).isEqualTo(meaning(root.get()));
                assertThat(isFlow(now.at(path).orElseThrow()))
                        .as(text.content() + path)
                        .isNotEqualTo(isFlow(root.get().at(path).orElseThrow()));
            }
        }
        assertThat(changes).isGreaterThan(DOCUMENTS / 3);
    }

    private static boolean isFlow(YNode node) {
        return node instanceof YSeq list ? list.flow() : ((YMap) node).flow();
    }

    private static void collect(YNode node, YamlPath path, List<YamlPath> paths) {
        switch (node) {
            case YScalar scalar -> {}
            case YSeq list -> {
                paths.add(path);
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), path.index(i), paths);
                }
            }
            case YMap map -> {
                paths.add(path);
                // a path means the first of two entries with one key
                map.entries().stream()
                        .filter(e -> map.get(e.key().value()).orElseThrow() == e.value())
                        .forEach(e -> collect(e.value(), path.key(e.key().value()), paths));
            }
        }
    }

    private static Object meaning(YNode node) {
        return switch (node) {
            case YScalar scalar when scalar.type() == YScalar.Type.NULL -> "nothing";
            case YScalar scalar -> List.of(scalar.type(), scalar.value());
            case YSeq list -> list.items().stream().map(CollectionFormTest::meaning).toList();
            case YMap map ->
                    map.entries().stream()
                            .map(e -> List.of(e.key().value(), meaning(e.value())))
                            .toList();
        };
    }

    private String sorted(String text) {
        SpecText before = new SpecText(text);
        return before.apply(changed(forms.sort(before, YamlPath.of("p"))).batch()).content();
    }

    private static RefactorResult.Changed changed(RefactorResult result) {
        return switch (result) {
            case RefactorResult.Changed changed -> changed;
            case RefactorResult.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static String reason(RefactorResult result) {
        return ((RefactorResult.Refused) result).reason();
    }
}
