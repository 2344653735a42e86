package dev.coppice.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.coppice.model.analysis.SpecCorpus;
import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.generated.SpecGenerator;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The JSON Schema and the binder say the same of the same document. */
class JsonSchemaTest {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SpecSchema schema = new SpecSchema();
    private final String json = new JsonSchemaWriter(schema).write();
    private final Schema validator =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);

    @Test
    void agreesWithTheBinder() {
        int invalid = 0;
        for (String text : SpecCorpus.texts()) {
            invalid += agrees(text) ? 0 : 1;
        }
        assertThat(invalid).isGreaterThan(500);
    }

    @Test
    void agreesOnGeneratedSpecsAndOnWhatIsWrongInThem() {
        var random = new Random(20261124);
        var generator = new SpecGenerator(schema, random);
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < 500; i++) {
            String text = generator.text();
            assertThat(agrees(text)).as(text).isTrue();
            for (int change = 0; change < 6; change++) {
                boolean fine = agrees(changed(text, random));
                valid += fine ? 1 : 0;
                invalid += fine ? 0 : 1;
            }
        }
        assertThat(valid).isGreaterThan(300);
        assertThat(invalid).isGreaterThan(1000);
    }

    /** Another value, or another key, at one place. */
    private static String changed(String text, Random random) {
        var places = new ArrayList<TextRange>();
        collect(new YamlParser().parse(new SpecText(text)).root().orElseThrow(), places, random);
        TextRange place = places.get(random.nextInt(places.size()));
        String value = SpecCorpus.VALUES.get(random.nextInt(SpecCorpus.VALUES.size()));
        return text.substring(0, place.start()) + value + text.substring(place.end());
    }

    private static void collect(YNode node, List<TextRange> places, Random random) {
        places.add(node.range());
        switch (node) {
            case YNode.YScalar scalar -> {}
            case YNode.YSeq seq -> seq.items().forEach(item -> collect(item, places, random));
            case YNode.YMap map ->
                    map.entries()
                            .forEach(
                                    entry -> {
                                        if (random.nextInt(4) == 0) {
                                            places.add(entry.key().range());
                                        }
                                        collect(entry.value(), places, random);
                                    });
        }
    }

    /** Whether both accept a text; what is no YAML counts as accepted by both. */
    private boolean agrees(String text) {
        var parsed = new YamlParser().parse(new SpecText(text));
        if (parsed.root().isEmpty() || !parsed.problems().isEmpty()) {
            return true;
        }
        boolean including = parsed.root().get().at(YamlPath.of("includes")).isPresent();
        List<Finding> findings =
                StructureChecker.check(schema, parsed.root()).findings().stream()
                        .filter(finding -> !including || !missingAtTop(finding))
                        .toList();
        List<?> errors =
                validator.validate(toJson(parsed.root().get()).toString(), InputFormat.JSON);
        assertThat(errors.isEmpty())
                .as(() -> "schema: " + errors + "\nbinder: " + findings + "\n" + text)
                .isEqualTo(findings.isEmpty());
        return findings.isEmpty();
    }

    /** What a spec lacks may stand in a file that it includes. */
    private static boolean missingAtTop(Finding finding) {
        return finding.code() == DiagnosticCode.MISSING_KEY && finding.path().steps().size() == 1;
    }

    @Test
    void whatIsRequiredMayBeIncluded() {
        assertThat(validator.validate("{\"includes\": [\"a.yaml\"]}", InputFormat.JSON)).isEmpty();
        assertThat(validator.validate("{\"spec\": 1}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void isAValidSchemaItself() {
        Schema meta =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

        assertThat(meta.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void describesEveryField() {
        for (Field field : schema.fields()) {
            String sentence = mapper.writeValueAsString(field.text().documentation());
            assertThat(json).contains(sentence.substring(1, sentence.length() - 1));
        }
    }

    private JsonNode toJson(YNode node) {
        return switch (node) {
            case YNode.YMap map -> {
                ObjectNode object = mapper.createObjectNode();
                map.entries().forEach(e -> object.set(e.key().value(), toJson(e.value())));
                yield object;
            }
            case YNode.YSeq seq -> {
                ArrayNode array = mapper.createArrayNode();
                seq.items().forEach(item -> array.add(toJson(item)));
                yield array;
            }
            case YNode.YScalar s ->
                    switch (s.type()) {
                        case NULL -> mapper.nullNode();
                        case BOOL -> mapper.valueToTree(Boolean.parseBoolean(s.value()));
                        case INT -> mapper.valueToTree(integer(s.value()));
                        case FLOAT -> mapper.valueToTree(0.5);
                        case STRING -> mapper.valueToTree(s.value());
                    };
        };
    }

    private static BigInteger integer(String digits) {
        if (digits.startsWith("0x") || digits.startsWith("0o")) {
            return new BigInteger(digits.substring(2), digits.startsWith("0x") ? 16 : 8);
        }
        return new BigInteger(digits);
    }
}
