package dev.coppice.model.refactor;

import dev.coppice.model.yaml.YamlPath;

/**
 * Something in a spec that has a name which other places use.
 *
 * @param kind what it is
 * @param name its name now
 * @param path the value that gives it its name, {@code users[0].name}; for a group that only
 *     memberships make, the place that was asked about
 */
public record Renameable(Kind kind, String name, YamlPath path) {

    /** What can be renamed. */
    public enum Kind {
        USER("user", "users[].name"),
        GROUP("group", "groups[].name"),
        UNIT("unit", "units[].name"),
        TIMER("timer", "timers[].name"),
        CONTAINER("container", "containers[].name");

        private final String noun;
        private final String field;

        Kind(String noun, String field) {
            this.noun = noun;
            this.field = field;
        }

        /** The word for people: {@code user}. */
        public String noun() {
            return noun;
        }

        /** The path of the field that holds the name, as the table of fields writes it. */
        public String field() {
            return field;
        }
    }
}
