package dev.coppice.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.coppice.model.analysis.SpecCorpus;
import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigInteger;
import java.util.List;

/** The JSON Schema and the binder say the same of the same document. */
class JsonSchemaTest {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SpecSchema schema = new SpecSchema();
    private final String json = new JsonSchemaWriter(schema).write();

    @Test
    void agreesWithTheBinder() {
        Schema validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(json);
        int invalid = 0;
        for (String text : SpecCorpus.texts()) {
            var parsed = new YamlParser().parse(new SpecText(text));
            if (parsed.root().isEmpty() || !parsed.problems().isEmpty()) {
                continue;
            }
            List<?> findings = StructureChecker.check(schema, parsed.root()).findings();
            List<?> errors =
                    validator.validate(toJson(parsed.root().get()).toString(), InputFormat.JSON);
            assertThat(errors.isEmpty())
                    .as("schema: %s%nbinder: %s%n%s", errors, findings, text)
                    .isEqualTo(findings.isEmpty());
            invalid += errors.isEmpty() ? 0 : 1;
        }
        assertThat(invalid).isGreaterThan(500);
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
