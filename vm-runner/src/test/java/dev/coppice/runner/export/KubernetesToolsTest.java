package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.coppice.runner.tools.GoModule;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import tools.jackson.databind.json.JsonMapper;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Resources for Kairos' operator are as it wants them, and hold nothing that it does not know: a
 * cluster would drop that without a word.
 */
@Tag("vm")
class KubernetesToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export/kairos").toAbsolutePath().normalize();
    private static final GoModule OPERATOR =
            new GoModule("github.com/kairos-io/kairos-operator", "v0.1.3");
    private static final String BAD =
            """
            apiVersion: build.kairos.io/v1alpha2
            kind: OSArtifact
            metadata: { name: bad }
            spec: { image: { ref: x }, artifacts: { arch: amd64, isos: true } }
            """;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void resourcesAreAsDocumented() throws Exception {
        Map<?, ?> parts;
        try (InputStream in = getClass().getResourceAsStream("kairos-operator.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            parts = (Map<?, ?>) all(text).getFirst();
        }
        Map<String, Schema> schemas = new HashMap<>();
        for (String kind : List.of("Secret", "OSArtifact", "NodeOpUpgrade")) {
            Map<Object, Object> part = new LinkedHashMap<>((Map<?, ?>) parts.get(kind));
            part.put("$defs", Map.of("metadata", parts.get("metadata")));
            schemas.put(kind, schema(part));
        }
        assertThat(faults(schemas)).isEmpty();
        assertThat(faults(schemas, "bad", BAD)).isNotEmpty();
    }

    /** By the definitions of resources that the operator's own module carries. */
    @Test
    void resourcesAreAsTheOperatorDefinesThem() throws Exception {
        Path definitions = OPERATOR.folder().resolve("config/crd/bases");
        Map<String, Schema> schemas = new HashMap<>();
        try (Stream<Path> files = Files.list(definitions)) {
            for (Path file : files.toList()) {
                Map<?, ?> spec =
                        (Map<?, ?>)
                                ((Map<?, ?>) all(Files.readString(file)).getFirst()).get("spec");
                Map<?, ?> version = (Map<?, ?>) ((List<?>) spec.get("versions")).getFirst();
                Object written = ((Map<?, ?>) version.get("schema")).get("openAPIV3Schema");
                String kind = ((Map<?, ?>) spec.get("names")).get("kind").toString();
                schemas.put(kind, schema(strict(written)));
            }
        }
        assertThat(schemas).containsKeys("OSArtifact", "NodeOpUpgrade");
        assertThat(faults(schemas)).isEmpty();
        assertThat(faults(schemas, "bad", BAD)).isNotEmpty();
    }

    /** The same schema, by which nothing may stand beside the properties that it names. */
    private static Object strict(Object schema) {
        return switch (schema) {
            case Map<?, ?> map -> {
                Map<Object, Object> made = new LinkedHashMap<>();
                map.forEach((key, value) -> made.put(key, strict(value)));
                if (map.get("properties") instanceof Map<?, ?>
                        && "object".equals(map.get("type"))) {
                    made.putIfAbsent("additionalProperties", false);
                }
                yield made;
            }
            case List<?> list -> list.stream().map(KubernetesToolsTest::strict).toList();
            case null, default -> schema;
        };
    }

    private Schema schema(Object schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json.writeValueAsString(schema));
    }

    private List<String> faults(Map<String, Schema> schemas) throws Exception {
        var faults = new ArrayList<String>();
        int read = 0;
        try (Stream<Path> files = Files.walk(EXPORTS)) {
            for (Path file : files.sorted().toList()) {
                if (file.endsWith("osartifact.yaml") || file.endsWith("upgrade.yaml")) {
                    faults.addAll(faults(schemas, file.toString(), Files.readString(file)));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(20);
        return faults;
    }

    private List<String> faults(Map<String, Schema> schemas, String file, String text) {
        var faults = new ArrayList<String>();
        for (Object resource : all(text)) {
            Schema schema = schemas.get(((Map<?, ?>) resource).get("kind").toString());
            if (schema != null) {
                schema.validate(json.writeValueAsString(resource), InputFormat.JSON)
                        .forEach(fault -> faults.add(file + ": " + fault));
            }
        }
        return faults;
    }

    private static List<Object> all(String text) {
        var documents = new ArrayList<Object>();
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        new Load(settings).loadAllFromString(text).forEach(documents::add);
        return documents;
    }
}
