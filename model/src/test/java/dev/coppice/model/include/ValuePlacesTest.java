package dev.coppice.model.include;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class ValuePlacesTest {

    private static final String SPEC =
            """
            spec: 1
            includes: [common.yaml]
            packages: [nginx, htop]
            users:
              - name: alice
                groups: [sudo]

            hostname: web
            """;

    private static final String COMMON =
            """
            # for all
            timezone: Europe/London
            packages: [vim]
            """;

    private final ValuePlaces places = places(SPEC);

    private static ValuePlaces places(String spec) {
        var text = new SpecText(spec);
        Map<String, String> files = Map.of("common.yaml", COMMON);
        return Composition.of(
                        new SpecSchema(),
                        text,
                        new YamlParser().parse(text),
                        path -> Optional.ofNullable(files.get(path)))
                .places();
    }

    @Test
    void aScalarStandsAtItsValue() {
        assertThat(places.at(YamlPath.of("hostname")))
                .isEqualTo(new ValuePlace("", YamlPath.of("hostname"), new Position(8, 11), 8, 8));
    }

    @Test
    void aRecordReachesFromItsKeyToItsLastValue() {
        ValuePlace users = places.at(YamlPath.of("users"));
        assertThat(users.firstLine()).isEqualTo(4);
        assertThat(users.lastLine()).isEqualTo(6);
        assertThat(users.covers(6)).isTrue();
        assertThat(users.covers(7)).isFalse();
    }

    @Test
    void aJoinedListLeadsToEitherFile() {
        assertThat(places.at(YamlPath.of("packages", 0)))
                .isEqualTo(
                        new ValuePlace(
                                "common.yaml",
                                YamlPath.of("packages", 0),
                                new Position(3, 12),
                                3,
                                3));
        ValuePlace htop = places.at(YamlPath.of("packages", 2));
        assertThat(htop.inSpec()).isTrue();
        assertThat(htop.path()).isEqualTo(YamlPath.of("packages", 1));
        assertThat(htop.start()).isEqualTo(new Position(3, 19));
    }

    @Test
    void whatIsNotWrittenIsWhereItsRecordIs() {
        ValuePlace shell = places.at(YamlPath.of("users", 0, "shell"));
        assertThat(shell.path()).isEqualTo(YamlPath.of("users", 0));
        assertThat(shell.firstLine()).isEqualTo(5);
    }

    @Test
    void anEmptyTextHasPlacesToo() {
        assertThat(places("").at(YamlPath.of("hostname")).start()).isEqualTo(new Position(1, 1));
    }
}
