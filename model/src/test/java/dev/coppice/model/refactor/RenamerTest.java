package dev.coppice.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.refactor.Renameable.Kind;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class RenamerTest {

    private static final String SPEC =
            """
            spec: 1
            users:
              # the first
              - name: alice   # owner of it all
                groups: [sudo, ops]
              - { name: bob, groups: [alice, ops] }
            sudo:
              - { user: alice, commands: [/home/alice/bin/tidy], runAs: root }
              - { group: ops }
            console: { autologin: "alice" }
            services:
              backup: { enabled: true }
              web.service: { enabled: true }
            sshd: { AllowUsers: "bob alice", AllowGroups: ops }
            units:
              - name: backup.service
                content: |
                  [Service]
                  User=alice
                  Group = ops
                  ExecStart=/home/alice/bin/backup --to /srv/alice
              - name: other.service
                content: |
                  [Unit]
                  After=network.target backup.service
                  [Service]
                  ExecStart=/bin/true
            timers:
              - { name: nightly, user: alice, command: /usr/bin/true }
            containers:
              - name: db
                volumes: ["/home/alice/db:/var/lib/db"]
              - { name: web, dependsOn: [db] }
            files:
              - { path: /home/alice/notes, owner: alice, group: alice, content: "for alice" }
              - { path: /home/alice2/x, owner: bob, group: ops, content: "" }
            storage: { persist: [/home/alice, /srv] }
            checks:
              - { unit: backup.service, is: active }
              - { unit: nightly.timer, is: active }
            """;

    private final SpecSchema schema = new SpecSchema();
    private final Renamer renamer = new Renamer(schema, new YamlPatcher(schema::keysOf));

    @Test
    void aUserGoesWithHomeAndOwnGroup() {
        String expected =
                SPEC.replace("name: alice ", "name: carol ")
                        .replace("[alice, ops]", "[carol, ops]")
                        .replace("user: alice", "user: carol")
                        .replace("/home/alice/", "/home/carol/")
                        .replace("\"alice\"", "\"carol\"")
                        .replace("bob alice", "bob carol")
                        .replace("User=alice", "User=carol")
                        .replace("owner: alice, group: alice", "owner: carol, group: carol")
                        .replace("[/home/alice,", "[/home/carol,");
        RefactorResult.Changed changed = changed(Kind.USER, "alice", "carol");
        assertThat(after(changed)).isEqualTo(expected);
        assertThat(changed.batch().label()).isEqualTo("Rename user \"alice\" to \"carol\"");
        assertThat(changed.effects())
                .contains(
                        effect("units[0].content", "User=alice", "User=carol"),
                        effect("console.autologin", "alice", "carol"))
                .hasSize(14);
        assertThat(changed.mentions().stream().map(YamlPath::toString))
                .as("a text that a person should look at")
                .containsExactly("files[0].content");
    }

    private static Effect effect(String path, String before, String after) {
        YamlPath at =
                path.equals("units[0].content")
                        ? YamlPath.of("units", 0, "content")
                        : YamlPath.of("console", "autologin");
        int offset =
                new YamlParser()
                        .parse(new SpecText(SPEC))
                        .root()
                        .orElseThrow()
                        .at(at)
                        .orElseThrow()
                        .range()
                        .start();
        return new Effect(at, new SpecText(SPEC).positionAt(offset), before, after);
    }

    @Test
    void aGroupThatIsDeclaredIsNotTheUsersOwn() {
        String declared = SPEC + "groups: [ { name: alice } ]\n";
        String after = after(declared, Kind.USER, "alice", "carol");
        assertThat(after)
                .contains("owner: carol, group: alice")
                .contains("groups: [alice, ops]")
                .contains("groups: [ { name: alice } ]");
        assertThat(after(declared, Kind.GROUP, "alice", "staff"))
                .contains("- name: alice ")
                .contains("owner: alice, group: staff")
                .contains("groups: [ { name: staff } ]");
    }

    @Test
    void aGroupGoesWithItsMembers() {
        String expected = SPEC.replace("ops", "admins");
        assertThat(after(SPEC, Kind.GROUP, "ops", "admins")).isEqualTo(expected);
    }

    @Test
    void aUnitGoesWithWhatNamesIt() {
        String expected =
                SPEC.replace("  backup: {", "  archive: {")
                        .replace("name: backup.service", "name: archive.service")
                        .replace("network.target backup.service", "network.target archive.service")
                        .replace("unit: backup.service", "unit: archive.service");
        assertThat(after(SPEC, Kind.UNIT, "backup.service", "archive")).isEqualTo(expected);
    }

    @Test
    void aTimerGoesWithItsTwoUnits() {
        String expected =
                SPEC.replace("name: nightly", "name: daily")
                        .replace("unit: nightly.timer", "unit: daily.timer");
        assertThat(after(SPEC, Kind.TIMER, "nightly", "daily")).isEqualTo(expected);
    }

    @Test
    void aContainerGoesWithItsServiceAndThoseThatWaitForIt() {
        assertThat(after(SPEC, Kind.CONTAINER, "db", "data"))
                .isEqualTo(SPEC.replace("name: db", "name: data").replace("[db]", "[data]"));
        assertThat(after(SPEC, Kind.CONTAINER, "web", "shop"))
                .isEqualTo(
                        SPEC.replace("name: web", "name: shop")
                                .replace("web.service:", "shop.service:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER  | alice | bob      | There is a user \"bob\" already.",
                "USER  | alice | alice    | That is its name already.",
                "USER  | root  | admin    | root is an account of the system and keeps its name.",
                "USER  | alice | no name  | \"no name\" is not a login or group name.",
                "USER  | nobody| somebody | There is no user \"nobody\" in the spec."
            })
    void refusesWithAReason(Kind kind, String name, String other, String reason) {
        var what = new Renameable(kind, name, YamlPath.ROOT);
        assertThat(renamer.rename(new SpecText(SPEC), what, other))
                .isInstanceOfSatisfying(
                        RefactorResult.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith(reason));
    }

    @Test
    void aBrokenTextIsLeftAlone() {
        var what = new Renameable(Kind.USER, "alice", YamlPath.ROOT);
        assertThat(renamer.rename(new SpecText(SPEC + "x: ["), what, "carol"))
                .isInstanceOf(RefactorResult.Refused.class);
    }

    @Test
    void knowsWhatAPlaceNames() {
        assertThat(at("users", 0, "name")).contains(named(Kind.USER, "alice", "users", 0, "name"));
        assertThat(at("users", 0, "groups")).as("inside the record").isEqualTo(at("users", 0));
        assertThat(at("files", 1, "owner")).contains(named(Kind.USER, "bob", "users", 1, "name"));
        assertThat(at("files", 0, "group"))
                .as("the user's own group")
                .contains(named(Kind.USER, "alice", "users", 0, "name"));
        assertThat(at("users", 0, "groups", 1))
                .contains(named(Kind.GROUP, "ops", "users", 0, "groups", 1));
        assertThat(at("services", "backup"))
                .contains(named(Kind.UNIT, "backup.service", "units", 0, "name"));
        assertThat(at("services", "web.service"))
                .contains(named(Kind.CONTAINER, "web", "containers", 1, "name"));
        assertThat(at("checks", 1, "unit"))
                .contains(named(Kind.TIMER, "nightly", "timers", 0, "name"));
        assertThat(at("containers", 1, "dependsOn", 0))
                .contains(named(Kind.CONTAINER, "db", "containers", 0, "name"));
        assertThat(at("spec")).isEmpty();
        assertThat(at("storage", "persist", 0)).isEmpty();
    }

    private Optional<Renameable> at(Object... path) {
        YNode root = new YamlParser().parse(new SpecText(SPEC)).root().orElseThrow();
        return renamer.at(root, YamlPath.of(path));
    }

    private static Renameable named(Kind kind, String name, Object... path) {
        return new Renameable(kind, name, YamlPath.of(path));
    }

    private RefactorResult.Changed changed(Kind kind, String name, String other) {
        return changed(SPEC, kind, name, other);
    }

    private RefactorResult.Changed changed(String text, Kind kind, String name, String other) {
        var what = new Renameable(kind, name, YamlPath.ROOT);
        return switch (renamer.rename(new SpecText(text), what, other)) {
            case RefactorResult.Changed changed -> changed;
            case RefactorResult.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private String after(RefactorResult.Changed changed) {
        return new SpecText(SPEC).apply(changed.batch()).content();
    }

    private String after(String text, Kind kind, String name, String other) {
        return new SpecText(text).apply(changed(text, kind, name, other).batch()).content();
    }
}
