package dev.coppice.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class SpecSearchTest {

    private static final String SPEC =
            """
            spec: 1
            hostname: web-01
            users:
              - name: alice
                hashedPassword: $6$secretsecret
              - name: bob
                shell: /usr/bin/zsh
            packages: [nginx]
            services:
              nginx: { enabled: true }
            files:
              - path: /etc/motd
                content: |
                  Welcome to the garden
                  be kind
            """;

    private final SpecSchema schema = new SpecSchema();
    private final SpecSearch search = new SpecSearch(schema);
    private final Optional<YNode> document = new YamlParser().parse(new SpecText(SPEC)).root();

    @ParameterizedTest
    @CsvSource({
        "hostname, hostname",
        "host name, hostname",
        "networking.hostName, hostname",
        "networking hostname, hostname",
        "host, hostname",
        "ssh_authorized_keys, users[].sshAuthorizedKeys",
        "authorized keys, users[].sshAuthorizedKeys",
        "i18n.defaultLocale, locale",
        "time.timeZone, timezone",
        "tz, timezone",
        "environment.systemPackages, packages",
        "write_files, files",
        "boot.kernel.sysctl, kernel.sysctl",
        "sysctl, kernel.sysctl",
        "extraGroups, users[].groups",
        "networking.firewall, network.firewall",
        "gecos, users[].fullName",
        "bootsWithin, checks[].bootsWithin"
    })
    void aFieldIsFoundByAnyNameThatItHas(String typed, String path) {
        assertThat(search.find(typed, document, 10)).isNotEmpty();
        assertThat(first(typed)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "hostnmae, hostname",
        "timezoen, timezone",
        "pakages, packages",
        "firewal, network.firewall",
        "keybord, keyboard",
        "kernle modules, kernel.modules"
    })
    void smallMisspellingsAreForgiven(String typed, String path) {
        assertThat(first(typed)).isEqualTo(path);
    }

    private String first(String typed) {
        return search.find(typed, document, 10).stream()
                .filter(Hit.OfField.class::isInstance)
                .map(hit -> ((Hit.OfField) hit).field().path())
                .findFirst()
                .orElse("nothing");
    }

    /** Every name in the table leads to a field that has it, among the first of the list. */
    @Test
    void everyNameInTheTableFindsItsField() {
        int names = 0;
        for (Field field : schema.fields()) {
            for (Field.Elsewhere elsewhere : field.elsewhere()) {
                if (field.isItem() || field.isEntry()) {
                    continue;
                }
                names++;
                List<Hit> hits = search.find(elsewhere.name(), Optional.empty(), 12);
                assertThat(hits)
                        .as(elsewhere + " of " + field.path())
                        .anyMatch(hit -> hit instanceof Hit.OfField f && f.field().equals(field));
            }
        }
        assertThat(names).isGreaterThan(80);
    }

    @Test
    void saysWhereAFieldStands() {
        Hit.OfField shell = (Hit.OfField) search.find("shell", document, 5).getFirst();
        assertThat(shell.there().map(Object::toString)).contains("users[1].shell");
        Hit.OfField zone = (Hit.OfField) search.find("timezone", document, 5).getFirst();
        assertThat(zone.there()).isEmpty();
    }

    @Test
    void saysByWhichNameItWasFound() {
        Hit.OfField found =
                (Hit.OfField) search.find("networking.hostName", document, 5).getFirst();
        assertThat(found.system()).isEqualTo("NixOS");
        assertThat(found.name()).isEqualTo("networking.hostName");
    }

    @ParameterizedTest
    @CsvSource({
        "alice, users[0].name",
        "/etc/motd, files[0].path",
        "motd, files[0].path",
        "zsh, users[1].shell",
        "garden, files[0].content",
        "web-01, hostname"
    })
    void valuesInTheSpecAreFound(String typed, String path) {
        assertThat(search.find(typed, document, 3))
                .anyMatch(hit -> hit instanceof Hit.OfValue v && v.path().toString().equals(path));
    }

    @Test
    void aNameOfOnesOwnIsFoundBeforeValues() {
        List<String> paths =
                search.find("nginx", document, 10).stream()
                        .filter(Hit.OfValue.class::isInstance)
                        .map(hit -> ((Hit.OfValue) hit).path().toString())
                        .toList();
        assertThat(paths).containsExactly("services.nginx", "packages[0]");
    }

    @Test
    void hashesOfPasswordsAreNotSearched() {
        assertThat(search.find("secretsecret", document, 10)).isEmpty();
    }

    @Test
    void nothingTypedShowsTheTopLevel() {
        assertThat(search.find(" ", document, 100))
                .extracting(hit -> ((Hit.OfField) hit).field().path())
                .startsWith("spec", "name")
                .allMatch(path -> !path.contains("."));
    }

    @Test
    void nonsenseFindsNothing() {
        assertThat(search.find("qqqzzzxxx", document, 10)).isEmpty();
        assertThat(search.find("!!", document, 100)).as("no letters are typed").isNotEmpty();
    }
}
