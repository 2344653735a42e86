package dev.coppice.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final String TEXT =
            """
            spec: 1
            users:
              # the first
              - name: alice
                groups: [sudo, adm]
              - name: bob   # the second
            hostname: web
            """;

    private final YNode root = new YamlParser().parse(new SpecText(TEXT)).root().orElseThrow();
    private final Places places = new Places(TEXT, root);

    private String at(String marker) {
        return places.pathAt(TEXT.indexOf(marker)).toString();
    }

    @Test
    void aPlaceBelongsToTheDeepestNodeOfItsLine() {
        assertThat(at("1\n")).isEqualTo("spec");
        assertThat(at("alice")).isEqualTo("users[0].name");
        assertThat(at("- name: alice")).isEqualTo("users[0].name");
        assertThat(at("adm")).isEqualTo("users[0].groups[1]");
        assertThat(at("bob")).isEqualTo("users[1].name");
        assertThat(at("# the second")).isEqualTo("users[1].name");
        assertThat(at("web")).isEqualTo("hostname");
    }

    @Test
    void aPathIsWhereItsKeyBegins() {
        assertThat(cut(places.rangeOf(YamlPath.of("users", 0, "groups"))))
                .isEqualTo("groups: [sudo, adm]");
        assertThat(cut(places.rangeOf(YamlPath.of("users", 1, "shell")))).startsWith("name: bob");
        assertThat(places.rangeOf(YamlPath.of("nothing"))).isEqualTo(new TextRange(0, 0));
    }

    private static String cut(TextRange range) {
        return TEXT.substring(range.start(), range.end());
    }
}
