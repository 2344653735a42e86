package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.nixos.NixosExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the exported Nix files with Nix itself, which is found by {@code COPPICE_NIX_INSTANTIATE}
 * or on the path. With a nixpkgs in {@code COPPICE_NIXPKGS} they are evaluated against it.
 */
class NixToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export/nixos").toAbsolutePath().normalize();

    /** Texts that mean something to Nix, and shall not. */
    private static final List<String> HARD =
            List.of(
                    "${x} $${y} $$ '' ''' '''' ''${z} ''\\n \\n \\\\ \"quoted\"\n",
                    "it's '${x}\n\t tab\n   indented\n\nend'",
                    "no end of line ''",
                    "a'\nb''\n'''c''''\n$'d'\n",
                    "\n\nempty lines first\n");

    @TempDir Path folder;

    private final ProcessRunner processes = ProcessRunner.ofHost();

    @Test
    void everyFileParses() throws Exception {
        String nix = tool();
        List<Path> files = files();
        for (Path file : files) {
            Ran ran = nix(nix, "--parse", file.toString());
            assertThat(ran.exit().ok()).as("%s\n%s", file, ran.output()).isTrue();
        }
        Path bad = Files.writeString(folder.resolve("bad.nix"), "{ a = 1; a = 2; }\n");
        assertThat(nix(nix, "--parse", bad.toString()).exit().ok()).isFalse();
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(EXPORTS)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".nix")).sorted().toList();
            assertThat(files).hasSizeGreaterThan(30);
            return files;
        }
    }

    /** What people write comes out of Nix as they wrote it. */
    @Test
    void hardTextsComeBack() throws Exception {
        String nix = tool();
        var json = JsonMapper.builder().build();
        for (String text : HARD) {
            String spec =
                    """
                    spec: 1
                    name: hard
                    base: { distribution: debian, release: trixie }
                    description: "${a} ''"
                    files:
                      - path: "/etc/${b} c.d/it''s"
                        content: %s
                    """
                            .formatted(json.writeValueAsString(text));
            Path file = export(spec);
            Ran ran =
                    nix(
                            nix,
                            "--eval",
                            "--strict",
                            "--json",
                            "-E",
                            "(import "
                                    + file
                                    + " { config = { }; lib = { }; pkgs = { }; })"
                                    + ".environment.etc.\"\\${b} c.d/it''s\".text");
            assertThat(ran.exit().ok()).as("%s\n%s", text, ran.output()).isTrue();
            String line = ran.output().lines().filter(it -> it.startsWith("\"")).findFirst().get();
            assertThat(json.readValue(line, String.class)).isEqualTo(text);
        }
    }

    private Path export(String spec) throws Exception {
        var schema = new SpecSchema();
        var files = ProjectFiles.NONE;
        ExportInput input =
                ExportInput.of(
                                schema,
                                new Analyzer(schema).analyze(new SpecText(spec), files),
                                files)
                        .orElseThrow();
        for (ExportedFile file : new NixosExporter().export(input).files()) {
            if (file instanceof ExportedFile.Text text) {
                Files.writeString(folder.resolve(text.path()), text.content());
            }
        }
        return folder.resolve("configuration.nix");
    }

    /** The scripts of the tests are Python. */
    @Test
    void testScriptsArePython() throws Exception {
        String nix = tool();
        Optional<Path> python = processes.tools().find("python3");
        Assumptions.assumeTrue(python.isPresent(), "python3 is not installed on this host");
        for (Path file : files()) {
            if (!file.endsWith("test.nix")) {
                continue;
            }
            Ran ran =
                    nix(
                            nix,
                            "--eval",
                            "--strict",
                            "--json",
                            "-E",
                            "(import " + file + ").testScript");
            assertThat(ran.exit().ok()).as("%s\n%s", file, ran.output()).isTrue();
            String line = ran.output().lines().filter(it -> it.startsWith("\"")).findFirst().get();
            Path script = folder.resolve("script.py");
            Files.writeString(script, JsonMapper.builder().build().readValue(line, String.class));
            Ran compiled =
                    run(Command.of(python.get().toString(), "-m", "py_compile", script.toString()));
            assertThat(compiled.exit().ok()).as("%s\n%s", file, compiled.output()).isTrue();
        }
    }

    /** Every option that is written exists, and takes what is written. */
    @Test
    void everyConfigurationEvaluates() throws Exception {
        String nix = tool();
        String nixpkgs = System.getenv("COPPICE_NIXPKGS");
        Assumptions.assumeTrue(
                nixpkgs != null && !nixpkgs.isBlank(),
                "COPPICE_NIXPKGS names no nixpkgs on this host");
        try (Stream<Path> examples = Files.list(EXPORTS)) {
            for (Path example : examples.sorted().toList()) {
                String machine =
                        """
                        (import %s/nixos/lib/eval-config.nix {
                          system = null;
                          modules = [ %s/configuration.nix { nixpkgs.hostPlatform = "x86_64-linux"; } ];
                        }).config.system.build.vm.drvPath
                        """
                                .formatted(nixpkgs, example);
                Ran ran = nix(nix, "--eval", "--strict", "-E", machine);
                assertThat(ran.exit().ok()).as("%s\n%s", example, ran.output()).isTrue();
            }
        }
    }

    private String tool() {
        Optional<String> named =
                Optional.ofNullable(System.getenv("COPPICE_NIX_INSTANTIATE"))
                        .filter(value -> !value.isBlank());
        Optional<String> found =
                named.or(() -> processes.tools().find("nix-instantiate").map(Path::toString));
        Assumptions.assumeTrue(found.isPresent(), "nix-instantiate is not installed on this host");
        return found.orElseThrow();
    }

    /** How a program ended, and what it said. */
    private record Ran(Exit exit, String output) {}

    /** Nix with a store of its own, so that nothing of the host is read or written. */
    private Ran nix(String... argv) throws InterruptedException {
        return run(
                Command.of(argv)
                        .with("NIX_STORE_DIR", folder.resolve("store").toString())
                        .with("NIX_STATE_DIR", folder.resolve("state").toString())
                        .with("NIX_LOG_DIR", folder.resolve("log").toString())
                        .with("NIX_CONF_DIR", folder.resolve("conf").toString()));
    }

    private Ran run(Command command) throws InterruptedException {
        var output = new StringBuilder();
        Exit exit =
                processes.run(
                        command, line -> output.append(line).append('\n'), new Cancellation());
        return new Ran(exit, output.toString());
    }
}
