package dev.coppice.model.export.puppet;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes resources in the style of puppet-lint: arrows in a column, commas behind each line. */
final class Resources {

    private final TextWriter text;
    private String topic = "";

    Resources(TextWriter text) {
        this.text = text;
    }

    /** A text in single quotes, where only the quote and the backslash mean something. */
    static String quote(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A list of texts. */
    static String list(List<String> values) {
        return values.stream().map(Resources::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Attributes in order: name and value as they stand in the manifest, by turns. */
    static Map<String, String> attributes(String... pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return attributes;
    }

    /** Says what the next resources are about; nothing when there are none. */
    void topic(String comment) {
        topic = comment;
    }

    /** A resource. */
    void add(String type, String title, Map<String, String> attributes, List<YamlPath> origins) {
        int width = attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
        text.gap();
        if (!topic.isEmpty()) {
            text.line("# " + topic);
            text.gap();
            topic = "";
        }
        text.line(type + " { " + quote(title) + ":", origins);
        text.indented(
                () ->
                        attributes.forEach(
                                (name, value) ->
                                        text.line(
                                                name
                                                        + " ".repeat(width - name.length())
                                                        + " => "
                                                        + value
                                                        + ",",
                                                origins)));
        text.line("}", origins);
    }
}
