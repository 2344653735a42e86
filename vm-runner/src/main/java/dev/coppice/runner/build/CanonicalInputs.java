package dev.coppice.runner.build;

import dev.coppice.runner.store.Digests;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes into a layer, by topic, as JSON that is the same for the same content: keys sorted, no
 * white space.
 *
 * @param topics JSON text by topic
 */
public record CanonicalInputs(SortedMap<String, String> topics) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    public CanonicalInputs {
        topics = new TreeMap<>(topics);
    }

    /** From values: records, maps, lists, strings, numbers. */
    public static CanonicalInputs of(Map<String, ?> values) {
        TreeMap<String, String> topics = new TreeMap<>();
        values.forEach((topic, value) -> topics.put(topic, JSON.writeValueAsString(value)));
        return new CanonicalInputs(topics);
    }

    /** From what {@link #json()} wrote; no topics when it is something else. */
    public static CanonicalInputs parse(String json) {
        TreeMap<String, String> topics = new TreeMap<>();
        try {
            JSON.readTree(json)
                    .properties()
                    .forEach(e -> topics.put(e.getKey(), JSON.writeValueAsString(e.getValue())));
        } catch (JacksonException e) {
            topics.clear();
        }
        return new CanonicalInputs(topics);
    }

    public String json() {
        StringBuilder text = new StringBuilder("{");
        topics.forEach(
                (topic, value) ->
                        text.append(text.length() > 1 ? "," : "")
                                .append(JSON.writeValueAsString(topic))
                                .append(':')
                                .append(value));
        return text.append('}').toString();
    }

    public String digest() {
        return Digests.of(json());
    }

    /** Topics whose values differ, sorted. */
    public List<String> differences(CanonicalInputs other) {
        TreeMap<String, String> all = new TreeMap<>(topics);
        all.putAll(other.topics);
        List<String> result = new ArrayList<>();
        for (String topic : all.keySet()) {
            String mine = topics.get(topic);
            if (mine == null || !mine.equals(other.topics.get(topic))) {
                result.add(topic);
            }
        }
        return result;
    }
}
