package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ValidateCommandTest {

    /** Ten mistakes, each on a line of its own. */
    private static final String TEN =
            """
            spec: 1
            name: Web 01
            base: { distribution: debian, release: woody }
            hostnme: web-01
            timezone: Mars/Olympus
            users:
              - name: alice
                password: secret
            packages: [nginx, Nginx!]
            services:
              nginx: { enabled: maybe }
            files:
              - { path: etc/motd, content: hello }
            network:
              firewall: { allowTcp: [80, 70000] }
            checks:
              - { http: "http://localhost/", status: 9999 }
            machine: { memory: lots }
            """;

    private static final Engine.Factory NO_STORE =
            store -> {
                throw new AssertionError("opened the store");
            };

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void start() {
        cli = new CliRun(folder, NO_STORE);
    }

    @Test
    void theExampleIsValid() throws IOException {
        CliRun.example(folder);

        assertThat(cli.run("validate")).isZero();
        assertThat(cli.out()).isEqualTo("system.yaml: no errors, no warnings\n");
        assertThat(cli.err())
                .isEqualTo(
                        "note: names of packages were not looked up, because the list of bookworm"
                                + " is not on this computer; the window fetches it.\n");
    }

    @Test
    void packagesAreLookedUpInTheListThatIsKept() throws IOException {
        String spec = "spec: 1\nname: a\nbase: { distribution: debian, release: bookworm }\n";
        Files.writeString(folder.resolve("system.yaml"), spec + "packages: [ngnix]\n");
        var nginx = new PackageEntry("nginx", "1", "web", 1, "web server");
        var list = new PackageIndex(List.of(new IndexedPackage(nginx, List.of(), List.of())));
        var listed = new CliRun(folder, NO_STORE, false, (release, mirror) -> list);

        assertThat(listed.run("validate")).isZero();
        assertThat(listed.out())
                .startsWith("system.yaml:4:12: warning[unknown-package]: ")
                .contains("Did you mean `nginx`?")
                .endsWith("no errors, 1 warning\n");
        assertThat(listed.err()).isEmpty();
        listed.run("validate", "--format=json");
        assertThat(listed.json().get("packagesChecked").asBoolean()).isTrue();

        cli.run("validate", "--format=json");
        assertThat(cli.json().get("packagesChecked").asBoolean()).isFalse();
        assertThat(cli.json().get("warnings").asInt()).isZero();
        Files.writeString(folder.resolve("system.yaml"), spec);
        cli.run("validate", "--format=json");
        assertThat(cli.json().get("packagesChecked").asBoolean()).isTrue();
    }

    @Test
    void findingsAreWrittenAsSarif() throws IOException {
        Files.writeString(
                folder.resolve("system.yaml"),
                "spec: 1\n"
                        + "name: a\n"
                        + "base: { distribution: debian, release: bookworm }\n"
                        + "pakages: []\n");

        assertThat(cli.run("validate", "--sarif", "found.sarif")).isEqualTo(1);
        JsonNode log = new JsonMapper().readTree(folder.resolve("found.sarif"));
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("level").asString()).isEqualTo("error");
        assertThat(result.get("message").get("text").asString()).contains("pakages");
        assertThat(run.get("tool").get("driver").get("rules").get(0).get("id"))
                .isEqualTo(result.get("ruleId"));
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("system.yaml");
        assertThat(place.get("region").get("startLine").asInt()).isEqualTo(4);
    }

    @Test
    void whatNixRefusesIsAnErrorAtItsValue() throws IOException {
        Engine.Factory engines =
                store ->
                        new Engine(
                                store,
                                null,
                                FakeBuilder.EVALUATOR,
                                null,
                                new FakeMachines(new FakeGenerations()),
                                null);
        var evaluating = new CliRun(folder, engines);
        Files.writeString(
                folder.resolve("system.yaml"),
                "spec: 1\n"
                        + "name: a\n"
                        + "hostname: web-01\n"
                        + "base: { distribution: debian, release: bookworm }\n");
        assertThat(evaluating.run("validate")).isZero();
        assertThat(evaluating.run("validate", "--evaluate")).isEqualTo(1);
        assertThat(evaluating.out())
                .startsWith("system.yaml:3:11: error[target-refused]: NixOS says: no such name");
    }

    @Test
    void whatATargetLosesIsReported() throws IOException {
        Files.writeString(
                folder.resolve("system.yaml"),
                "spec: 1\n"
                        + "name: a\n"
                        + "base: { distribution: debian, release: bookworm }\n"
                        + "ntp: { enabled: true }\n"
                        + "files:\n"
                        + "  - { path: /etc/motd, content: Welcome }\n");

        assertThat(cli.run("validate")).isZero();
        assertThat(cli.out()).isEqualTo("system.yaml: no errors, no warnings\n");
        assertThat(cli.run("validate", "--target", "containerfile")).isZero();
        assertThat(cli.out())
                .contains("system.yaml:4:17: warning[export-dropped]: Containerfile will not")
                .contains("A container has its host's clock; set it there.")
                .contains("[export-approximated]: Containerfile will have this with a difference")
                .endsWith("no errors, 1 warning\n");

        var args = List.of("validate", "-t", "containerfile,nixos", "--sarif", "found.sarif");
        var json = new ArrayList<>(args);
        json.add("--format=json");
        assertThat(cli.run(json.toArray(String[]::new))).isZero();
        assertThat(cli.json().get("valid").asBoolean()).isTrue();
        List<String> messages = new ArrayList<>();
        for (JsonNode diagnostic : cli.json().get("diagnostics")) {
            if (diagnostic.get("code").asString().equals("export-dropped")) {
                assertThat(diagnostic.get("severity").asString()).isEqualTo("warning");
                assertThat(diagnostic.get("line").asInt()).isEqualTo(4);
            }
            messages.add(diagnostic.get("message").asString());
        }
        assertThat(messages)
                .anyMatch(message -> message.startsWith("Containerfile will"))
                .anyMatch(message -> message.startsWith("NixOS will"));
        JsonNode log = new JsonMapper().readTree(folder.resolve("found.sarif"));
        List<String> rules = new ArrayList<>();
        log.get("runs").get(0).get("results").forEach(r -> rules.add(r.get("ruleId").asString()));
        assertThat(rules).contains("export-dropped", "export-approximated").hasSameSizeAs(messages);
    }

    @Test
    void aTargetThatIsNotThereIsSaid() throws IOException {
        CliRun.example(folder);

        assertThat(cli.run("validate", "--target", "nixoss")).isEqualTo(2);
        assertThat(cli.err()).contains("unknown-target", "Did you mean nixos?");
    }

    @Test
    void tenMistakesAreReportedWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), TEN);

        assertThat(cli.run("validate", "--format", "json")).isEqualTo(1);

        List<Integer> lines = new ArrayList<>();
        for (JsonNode diagnostic : cli.json().get("diagnostics")) {
            if (diagnostic.get("severity").asString().equals("error")) {
                lines.add(diagnostic.get("line").asInt());
            }
            assertThat(diagnostic.get("message").asString()).isNotBlank();
            assertThat(diagnostic.get("help").asString()).isNotBlank();
            assertThat(diagnostic.get("file").asString()).isEqualTo("system.yaml");
        }
        assertThat(lines).contains(2, 3, 4, 5, 8, 9, 11, 13, 15, 17, 18);
        assertThat(cli.json().get("valid").asBoolean()).isFalse();
        assertThat(cli.json().get("errors").asInt()).isEqualTo(lines.size());
    }

    @Test
    void textReadsAsCompilersPrint() throws IOException {
        Files.writeString(
                folder.resolve("system.yaml"),
                "spec: 1\n"
                        + "name: a\n"
                        + "base: { distribution: debian, release: bookworm }\n"
                        + "hostnme: b\n");

        assertThat(cli.run("validate")).isEqualTo(1);

        assertThat(cli.out())
                .startsWith("system.yaml:4:1: error[unknown-key]: ")
                .contains("\n 4 | hostnme: b\n   | ^^^^^^^\n")
                .contains("fix: ")
                .endsWith("1 error, no warnings\n");
    }

    @Test
    void severalFilesAreCheckedAtOnce() throws IOException {
        CliRun.example(folder.resolve("good"));
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("system.yaml"), "spec: [");

        assertThat(cli.run("validate", "good", "bad/system.yaml")).isEqualTo(1);
        assertThat(cli.out())
                .contains("good/system.yaml: no errors")
                .contains("bad/system.yaml:1:");
    }

    @Test
    void aMissingFileSaysWhatToDo() {
        assertThat(cli.run("validate", "nowhere")).isEqualTo(2);
        assertThat(cli.err())
                .contains("error[no-project]: there is no nowhere")
                .contains("coppice init");
    }

    @Test
    void bytesThatAreNotTextAreRefused() throws IOException {
        Files.write(folder.resolve("system.yaml"), new byte[] {'a', (byte) 0xff});

        assertThat(cli.run("validate")).isEqualTo(1);
        assertThat(cli.err()).contains("not UTF-8");
    }
}
