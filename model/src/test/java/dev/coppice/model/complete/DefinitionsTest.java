package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class DefinitionsTest {

    private static final String TEXT =
            """
            users: [{ name: alice }, { name: bob, groups: ["alice", sudo] }]
            units:
              - name: backup.service
                content: x
            services: { backup: { enabled: true } }
            checks: [{ unit: backup.service }]
            files:
              - { path: /a, source: files/a.txt, owner: bob }
            """;

    private final Definitions definitions = new Definitions(new SpecSchema());

    private Optional<Definition> at(String before, String word) {
        int from = TEXT.indexOf(before) + before.length();
        assertThat(TEXT.substring(from)).startsWith(word);
        return definitions.at(new SpecText(TEXT), from + 1);
    }

    private static String target(Optional<Definition> found) {
        Definition.InText in = (Definition.InText) found.orElseThrow();
        return TEXT.substring(0, in.target().start()).lines().toList().size()
                + ":"
                + TEXT.substring(in.target().start(), in.target().end());
    }

    @Test
    void namesLeadToWhereTheyAreGiven() {
        assertThat(target(at("owner: ", "bob"))).isEqualTo("1:bob");
        assertThat(target(at("groups: [\"", "alice"))).isEqualTo("1:alice");
        assertThat(target(at("services: { ", "backup"))).isEqualTo("3:backup.service");
        assertThat(target(at("unit: ", "backup"))).isEqualTo("3:backup.service");
    }

    @Test
    void filesLeadIntoTheProject() {
        assertThat(at("source: ", "files").orElseThrow())
                .isInstanceOfSatisfying(
                        Definition.InProject.class,
                        file -> assertThat(file.path()).isEqualTo("files/a.txt"));
    }

    @Test
    void whatTheSpecDoesNotMakeLeadsNowhere() {
        assertThat(at("\"alice\", ", "sudo")).isEmpty();
        assertThat(at("path: ", "/a")).isEmpty();
    }
}
