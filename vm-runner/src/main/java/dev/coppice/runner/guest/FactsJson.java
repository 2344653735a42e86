package dev.coppice.runner.guest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** Facts as JSON. */
public final class FactsJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private FactsJson() {}

    public static byte[] write(Facts facts) {
        return JSON.writeValueAsBytes(facts);
    }

    /**
     * @throws IOException when these are no facts
     */
    public static Facts read(byte[] json) throws IOException {
        try {
            return JSON.readValue(json, Facts.class);
        } catch (JacksonException e) {
            throw new IOException("not a file of facts: " + e.getMessage(), e);
        }
    }
}
