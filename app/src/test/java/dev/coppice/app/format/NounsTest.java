package dev.coppice.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form speaks of many of each thing that the table of fields has lists of. */
class NounsTest {

    /** Of each noun what people say of more than one; whoever adds a noun adds it here. */
    private static final Set<String> PLURALS =
            Set.of(
                    "SSH keys",
                    "addresses",
                    "bundles",
                    "categories",
                    "checks",
                    "commands",
                    "components",
                    "containers",
                    "directories",
                    "disks",
                    "domains",
                    "files",
                    "forwarded ports",
                    "groups",
                    "interfaces",
                    "keyboard options",
                    "languages",
                    "modules",
                    "mount options",
                    "mounts",
                    "name servers",
                    "names",
                    "packages",
                    "parameters",
                    "ports",
                    "repositories",
                    "routes",
                    "services",
                    "settings",
                    "sudo rules",
                    "suites",
                    "time servers",
                    "timers",
                    "unit files",
                    "units",
                    "users",
                    "variables",
                    "words");

    @Test
    void everyNounOfTheTableOfFieldsHasItsPlural() {
        Set<String> nouns =
                new SpecSchema()
                        .fields().stream()
                                .flatMap(field -> noun(field.type()))
                                .map(Human::plural)
                                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(nouns).containsExactlyInAnyOrderElementsOf(PLURALS);
    }

    private static Stream<String> noun(FieldType type) {
        return switch (type) {
            case FieldType.ListOf list -> Stream.of(list.noun());
            case FieldType.MapOf map -> Stream.of(map.noun());
            default -> Stream.empty();
        };
    }

    @Test
    void endings() {
        assertThat(Stream.of("entry", "key", "day", "box", "address", "switch", "brush", "port"))
                .extracting(Human::plural)
                .containsExactly(
                        "entries",
                        "keys",
                        "days",
                        "boxes",
                        "addresses",
                        "switches",
                        "brushes",
                        "ports");
    }
}
