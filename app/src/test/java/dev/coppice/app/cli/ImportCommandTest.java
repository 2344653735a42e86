package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ImportCommandTest {

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        cli = CliRun.withoutStore(folder);
        Files.writeString(
                folder.resolve("user-data"),
                """
                #cloud-config
                hostname: web-01
                packages: [nginx]
                power_state: { mode: reboot }
                """);
    }

    @Test
    void makesAValidProjectAndSaysWhatBecameOfEachSetting() throws IOException {
        assertThat(cli.run("import", "user-data", "web")).isZero();
        assertThat(cli.out())
                .startsWith("Made web/system.yaml from user-data.\n")
                .contains("     2  taken         hostname -> hostname\n")
                .contains(
                        "     4  dropped       power_state: It says what happens at the first boot"
                                + " only.");
        assertThat(Files.readString(folder.resolve("web/system.yaml")))
                .startsWith("spec: 1\nname: web\n")
                .contains("hostname: web-01");
        assertThat(cli.run("validate", "web")).isZero();
    }

    @Test
    void neverWritesOverAFile() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), "mine");
        assertThat(cli.run("import", "user-data", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("is there already; nothing was written");
        assertThat(Files.readString(folder.resolve("system.yaml"))).isEqualTo("mine");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("other"), "#!/bin/sh\n");
        assertThat(cli.run("import", "other", "web")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("import", "nothing", "web")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("import", "user-data", "--name", "No Name")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("web")).doesNotExist();
    }

    @Test
    void jsonSaysTheSame() {
        assertThat(cli.run("import", "user-data", "--name", "web", "--format", "json")).isZero();
        assertThat(cli.json().get("folder").asString()).isEqualTo("web");
        assertThat(cli.json().get("notes").get(1).get("outcome").asString()).isEqualTo("taken");
        assertThat(cli.json().get("notes").size()).isEqualTo(3);
    }
}
