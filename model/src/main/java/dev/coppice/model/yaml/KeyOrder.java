package dev.coppice.model.yaml;

import java.util.List;

/** In which order people expect the keys of a mapping: where a new key is placed. */
@FunctionalInterface
public interface KeyOrder {

    /** No order: new keys are placed last. */
    KeyOrder NONE = mapping -> List.of();

    /** The keys of the mapping at a path, in order; empty when there is none. */
    List<String> keysOf(YamlPath mapping);

    /** An order for the top level only. */
    static KeyOrder ofTopLevel(List<String> keys) {
        List<String> order = List.copyOf(keys);
        return mapping -> mapping.steps().isEmpty() ? order : List.of();
    }
}
