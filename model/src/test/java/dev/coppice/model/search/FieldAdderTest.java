package dev.coppice.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class FieldAdderTest {

    private final SpecSchema schema = new SpecSchema();
    private final FieldAdder adder = new FieldAdder(schema);
    private final YamlPatcher patcher = new YamlPatcher(schema::keysOf);

    static Stream<Field> fields() {
        return new SpecSchema().fields().stream().filter(f -> !f.isItem() && !f.isEntry());
    }

    /** Any field can be added to a spec that has next to nothing, and is without errors then. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void anyFieldCanBeAdded(Field field) {
        String text = Specs.HEAD;
        if (FieldPlaces.first(root(text).orElseThrow(), field).isPresent()) {
            return;
        }
        Added added = add(text, field, YamlPath.ROOT);
        Analysis analysis = Specs.analyze(added.text());
        assertThat(root(added.text()).flatMap(r -> r.at(added.path())))
                .as(added.text())
                .isPresent();
        assertThat(schema.at(added.path(), root(added.text())).map(Field::path))
                .contains(field.path());
        assertThat(analysis.diagnostics())
                .as(added.text())
                .noneMatch(d -> d.severity() == Severity.ERROR);
    }

    @Test
    void theRecordAtTheCursorTakesIt() {
        String text = Specs.HEAD + "users:\n  - name: alice\n  - name: bob\n";
        Field shell = schema.get("users[].shell");
        assertThat(add(text, shell, YamlPath.of("users", 1, "name")).path().toString())
                .isEqualTo("users[1].shell");
        assertThat(add(text, shell, YamlPath.ROOT).path().toString()).isEqualTo("users[0].shell");
    }

    @Test
    void aNewRecordHasWhatItMustHave() {
        assertThat(add(Specs.HEAD, schema.get("users[].shell"), YamlPath.ROOT).text())
                .endsWith("users:\n  - name: alice\n    shell: /usr/bin/zsh\n");
    }

    @Test
    void aCheckOfAnotherKindIsANewOne() {
        String text = Specs.HEAD + "checks:\n  - { port: 22, open: true }\n";
        Field limit = schema.get("checks[].bootsWithin");
        Added added = add(text, limit, YamlPath.of("checks", 0, "port"));
        assertThat(added.path().toString()).isEqualTo("checks[1].bootsWithin");
        assertThat(added.text()).contains("{ port: 22, open: true }\n  - bootsWithin:");
    }

    private record Added(String text, YamlPath path) {}

    private static Optional<YNode> root(String text) {
        return new YamlParser().parse(new SpecText(text)).root();
    }

    private Added add(String text, Field field, YamlPath here) {
        Addition addition = adder.add(field, root(text), here);
        SpecText before = new SpecText(text);
        return switch (patcher.patch(before, addition.label(), List.of(addition.op()))) {
            case PatchResult.Patched(var batch) ->
                    new Added(before.apply(batch).content(), addition.path());
            case PatchResult.Refused(String reason) -> throw new AssertionError(reason);
        };
    }
}
