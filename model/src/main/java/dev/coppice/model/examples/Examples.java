package dev.coppice.model.examples;

import java.util.List;
import java.util.Optional;

/** The projects that come with the program. */
public final class Examples {

    private final List<Example> all =
            List.of(
                    new Example(
                            "web-server",
                            "Web server",
                            "nginx with one page, a firewall, a user and checks.",
                            List.of("system.yaml", "files/index.html")),
                    new Example(
                            "minimal",
                            "Minimal",
                            "The smallest system that somebody can log in to.",
                            List.of("system.yaml")),
                    new Example(
                            "dev-box",
                            "Development machine",
                            "Compilers and tools, a timer of its own and a kept home directory.",
                            List.of("system.yaml")));

    /** All examples, the default one first. */
    public List<Example> all() {
        return all;
    }

    /** The one that opens when nothing else is asked for. */
    public Example standard() {
        return all.getFirst();
    }

    /** An example by its id. */
    public Optional<Example> find(String id) {
        return all.stream().filter(example -> example.id().equals(id)).findFirst();
    }
}
