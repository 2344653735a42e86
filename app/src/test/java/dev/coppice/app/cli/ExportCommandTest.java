package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.output.PlainExporter;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ExportCommandTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            includes: [common.yaml]
            base: { distribution: debian, release: bookworm }
            packages: [nginx]
            services:
              nginx: { enabled: true }
            """;

    private final Exporters exporters =
            new Exporters(List.of(new PlainExporter("plain"), new PlainExporter("other")));
    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        cli = CliRun.withoutStore(folder);
        Files.writeString(folder.resolve("system.yaml"), SPEC);
        Files.writeString(folder.resolve("common.yaml"), "timezone: Europe/London\n");
    }

    private int export(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "export";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return cli.run(exporters, all);
    }

    @Test
    void writesFilesAndSaysWhatIsLostAndWhere() {
        assertThat(export("--target", "plain", "--output", "out")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        Plain plain: 2 files in out
                          system.txt  new
                          bin/start   new
                        6 exact, 1 approximated, 1 dropped.
                        common.yaml:1:11: dropped: timezone: It has no clock. Set it by hand.
                        system.yaml:5:12: approximated: packages[0]: Its names may differ.
                        """);
        assertThat(folder.resolve("out/system.txt")).content().contains("  nginx\n");
    }

    @Test
    void withoutAFolderItOnlyReports() {
        assertThat(export("--target", "plain")).isZero();
        assertThat(cli.out()).contains("Nothing was written");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void severalTargetsGetAFolderEach() {
        assertThat(export("-t", "plain,other", "-o", "out", folder.toString())).isZero();
        assertThat(folder.resolve("out/plain/system.txt")).exists();
        assertThat(folder.resolve("out/other/system.txt")).content().contains("made for other");
    }

    @Test
    void aForeignFileStopsAllOfItUntilForced() throws IOException {
        Files.createDirectories(folder.resolve("out/other"));
        Files.writeString(folder.resolve("out/other/system.txt"), "mine");

        assertThat(export("-t", "plain", "-t", "other", "-o", "out")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("in-the-way", "out/other/system.txt", "--force");
        assertThat(folder.resolve("out/plain")).doesNotExist();
        assertThat(folder.resolve("out/other/system.txt")).hasContent("mine");

        assertThat(export("-t", "plain", "-t", "other", "-o", "out", "--force")).isZero();
        assertThat(folder.resolve("out/other/system.txt")).content().contains("made for other");
    }

    @Test
    void jsonHasFilesReportAndOrigins() {
        assertThat(export("-t", "plain", "-o", "out", "--format", "json")).isZero();
        var target = cli.json().get("targets").get(0);
        assertThat(cli.json().get("written").asBoolean()).isTrue();
        assertThat(target.get("dropped").asInt()).isEqualTo(1);
        assertThat(target.get("files").get(0).get("state").asString()).isEqualTo("new");
        assertThat(target.get("files").get(0).get("origins").get(0).toString())
                .isEqualTo("{\"line\":2,\"paths\":[\"name\"]}");
        var lost =
                target.get("report")
                        .valueStream()
                        .filter(entry -> entry.get("support").asString().equals("dropped"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lost.get("file").asString()).isEqualTo("common.yaml");
        assertThat(lost.get("line").asInt()).isEqualTo(1);
    }

    @Test
    void aSpecWithErrorsIsNotExported() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), SPEC + "pakages: [x]\n");
        assertThat(export("-t", "plain", "-o", "out")).isEqualTo(ExitCode.SPEC_OR_CHECK);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void unknownTargetsGetAHint() {
        assertThat(export("-t", "plane")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("Did you mean plain?");
        assertThat(export()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("Targets: plain, other.");
    }

    @Test
    void listsTargetsOrSaysThatThereAreNone() {
        assertThat(export("--list")).isZero();
        assertThat(cli.out()).startsWith("plain  Plain plain  Lines of text for plain.\n");
        assertThat(cli.run(new Exporters(List.of()), "export", "--list")).isZero();
        assertThat(cli.out()).isEqualTo("This version of Coppice knows no targets.\n");
    }

    /** Every target that comes with the program writes the standard example. */
    @Test
    void everyTargetOfTheProgramIsWritten() throws IOException {
        CliRun.example(folder.resolve("web"));
        for (Exporter exporter : new Exporters().all()) {
            String out = "out-" + exporter.id();
            assertThat(cli.run("export", "-t", exporter.id(), "-o", out, "web"))
                    .as(cli.err())
                    .isZero();
            assertThat(folder.resolve(out)).isNotEmptyDirectory();
            assertThat(cli.run("export", "-t", exporter.id(), "-o", out, "web")).isZero();
            assertThat(cli.out()).doesNotContain("  new\n").doesNotContain("  updated\n");
        }
    }
}
