package dev.coppice.model.export.ansible;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlDocument;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** A list of tasks, with a comment above those that begin a topic. */
final class Steps {

    private record Step(String comment, Yaml.Fields task) {}

    private final List<Step> steps = new ArrayList<>();
    private String comment = "";

    /** Says what the next tasks are about. */
    void topic(String text) {
        comment = text;
    }

    /** Adds a task. */
    void add(String name, String module, YamlMap arguments, YamlPath... origins) {
        add(name, module, arguments, new YamlMap(), origins);
    }

    /**
     * Adds a task.
     *
     * @param more what else is said of it: {@code notify}, {@code when} and the like
     * @param origins the values that it says
     */
    void add(String name, String module, YamlMap arguments, YamlMap more, YamlPath... origins) {
        var task = new YamlMap(origins);
        task.put("name", Jinja.text(name));
        task.put(module, arguments.done());
        more.done().fields().forEach(field -> task.put(field.key(), field.value()));
        steps.add(new Step(comment, task.done()));
        comment = "";
    }

    /** Adds a task that runs the handlers which were notified so far. */
    void flush(String name) {
        var task = new YamlMap().put("name", name).put("ansible.builtin.meta", "flush_handlers");
        steps.add(new Step(comment, task.done()));
        comment = "";
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Writes them under a key, at the indentation of the text. */
    void write(String key, TextWriter text) {
        text.line(key + ":");
        boolean first = true;
        for (Step step : steps) {
            if (!first) {
                text.gap();
            }
            first = false;
            if (!step.comment().isEmpty()) {
                text.line("  # " + step.comment());
            }
            // The document is a list of one task below a key that is written already.
            var lines = new TextWriter("");
            new YamlDocument(lines)
                    .write(new YamlMap().put("x", Yaml.items(List.of(step.task()))).done());
            lines.lines().stream().skip(1).forEach(line -> text.line(line.text(), line.origins()));
        }
    }
}
