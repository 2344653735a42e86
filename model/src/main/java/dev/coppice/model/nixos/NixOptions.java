package dev.coppice.model.nixos;

import dev.coppice.model.bind.Words;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a channel of NixOS, from a file in the shape of the channel's {@code options.json}
 * (name → type, description, default, loc).
 */
public final class NixOptions {

    /** A step that stands for any name. */
    private static final String ANY = "*";

    private final Node root = new Node();
    private final Map<String, NixOption> byName = new LinkedHashMap<>();

    /** A name on the way to options. */
    static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private NixOption option;

        /** The option that ends here; empty on the way to others. */
        Optional<NixOption> option() {
            return Optional.ofNullable(option);
        }

        /** What is below a name: itself, or what stands for any name. */
        Optional<Node> child(String name) {
            Node exact = children.get(name);
            return Optional.ofNullable(exact == null ? children.get(ANY) : exact);
        }

        boolean isEmpty() {
            return children.isEmpty();
        }

        /** The names that may follow, without those of one's own. */
        List<String> names() {
            return children.keySet().stream().filter(name -> !name.equals(ANY)).toList();
        }
    }

    private NixOptions(Map<String, NixOption> options, Map<String, List<String>> paths) {
        options.forEach(
                (name, option) -> {
                    byName.put(name, option);
                    Node node = root;
                    for (String step : paths.get(name)) {
                        node = node.children.computeIfAbsent(step, it -> new Node());
                    }
                    node.option = option;
                });
    }

    /**
     * Reads a table; empty when the text is no such table.
     *
     * @param json an object with an object for each option
     */
    public static Optional<NixOptions> parse(String json) {
        JsonNode tree;
        try {
            tree = JsonMapper.builder().build().readTree(json);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (!tree.isObject()) {
            return Optional.empty();
        }
        var options = new LinkedHashMap<String, NixOption>();
        var paths = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            JsonNode said = entry.getValue();
            if (!said.path("type").isString()) {
                continue;
            }
            String words = said.path("type").asString();
            options.put(
                    entry.getKey(),
                    new NixOption(
                            entry.getKey(),
                            NixTypeReader.read(words),
                            words,
                            said.path("description").asString(""),
                            said.path("default").path("text").asString(""),
                            said.path("example").path("text").asString(""),
                            said.path("readOnly").asBoolean(false)));
            paths.put(entry.getKey(), steps(entry.getKey(), said.path("loc")));
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(new NixOptions(options, paths));
    }

    /** The steps of a name; those in pointed brackets, {@code *} and numbers stand for any. */
    private static List<String> steps(String name, JsonNode loc) {
        var steps = new ArrayList<String>();
        if (loc.isArray() && !loc.isEmpty()) {
            loc.forEach(step -> steps.add(step.asString("")));
        } else {
            steps.addAll(OptionPath.parse(name));
        }
        steps.replaceAll(step -> step.matches("<.*>|\\*") ? ANY : step);
        return steps;
    }

    Node root() {
        return root;
    }

    /** An option by its whole name as the table writes it. */
    public Optional<NixOption> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The option at a path, where names of one's own stand for themselves. */
    public Optional<NixOption> at(List<String> path) {
        return node(path).flatMap(Node::option);
    }

    /** Whether an option or a group of them stands at a path. */
    public boolean has(List<String> path) {
        return node(path).isPresent();
    }

    /**
     * What may follow a path: options and groups of them, in the order of the table. Names of one's
     * own are not among them.
     */
    public List<Step> below(List<String> path) {
        return node(path).map(NixOptions::steps).orElse(List.of());
    }

    private static List<Step> steps(Node node) {
        return node.names().stream()
                .map(name -> new Step(name, node.children.get(name).option()))
                .toList();
    }

    /**
     * A name that may follow a path.
     *
     * @param option the option that it is; empty for a group
     */
    public record Step(String name, Optional<NixOption> option) {}

    private Optional<Node> node(List<String> path) {
        Optional<Node> node = Optional.of(root);
        for (String step : path) {
            node = node.flatMap(it -> it.child(step));
        }
        return node;
    }

    /**
     * The options that can be named as they stand and whose names have all words, whatever their
     * case: those that have a word as a whole step first, and shorter names before longer ones.
     *
     * @param typed words with blanks or dots between them
     * @param limit the most that are wanted
     */
    public List<NixOption> search(String typed, int limit) {
        return new OptionSearch(typed).among(byName.values(), limit);
    }

    /** All options, in the order of the table. */
    public List<NixOption> all() {
        return List.copyOf(byName.values());
    }

    /** The nearest names at a place, for "did you mean". */
    static Optional<String> near(Node node, String name) {
        return new Words(node.names()).near(name);
    }
}
