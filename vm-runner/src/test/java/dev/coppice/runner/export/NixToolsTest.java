package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.nixos.NixosExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the exported Nix files with Nix itself, which comes into a folder of the tests. With a
 * nixpkgs in {@code COPPICE_NIXPKGS} they are evaluated against it.
 */
@Tag("vm")
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

    @Test
    void everyFileParses() throws Exception {
        List<Path> files = files();
        List<String> argv = new ArrayList<>(List.of("--parse"));
        files.forEach(file -> argv.add(file.toString()));
        Ran ran = nix(argv.toArray(String[]::new));
        assertThat(ran.ok()).as(ran.toString()).isTrue();
        Path bad = Files.writeString(folder.resolve("bad.nix"), "{ a = 1; a = 2; }\n");
        assertThat(nix("--parse", bad.toString()).ok()).isFalse();
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
                            "--eval",
                            "--strict",
                            "--json",
                            "-E",
                            "(import "
                                    + file
                                    + " { config = { }; lib = { }; pkgs = { }; })"
                                    + ".environment.etc.\"\\${b} c.d/it''s\".text");
            assertThat(ran.ok()).as("%s\n%s", text, ran.output()).isTrue();
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
        for (Path file : files()) {
            if (!file.endsWith("test.nix")) {
                continue;
            }
            Ran ran = nix("--eval", "--strict", "--json", "-E", "(import " + file + ").testScript");
            assertThat(ran.ok()).as("%s\n%s", file, ran.output()).isTrue();
            String line = ran.output().lines().filter(it -> it.startsWith("\"")).findFirst().get();
            Path script = folder.resolve("script.py");
            Files.writeString(script, JsonMapper.builder().build().readValue(line, String.class));
            Ran compiled =
                    ToolRoot.ofTests()
                            .run(
                                    List.of(folder),
                                    List.of("python3", "-m", "py_compile", script.toString()));
            assertThat(compiled.ok()).as("%s\n%s", file, compiled.output()).isTrue();
        }
    }

    /** Every option that is written exists, and takes what is written. */
    @Test
    void everyConfigurationEvaluates() throws Exception {
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
                Ran ran = nix("--eval", "--strict", "-E", machine);
                assertThat(ran.ok()).as("%s\n%s", example, ran.output()).isTrue();
            }
        }
    }

    private Ran nix(String... arguments) throws Exception {
        List<Path> seen = new ArrayList<>(List.of(EXPORTS, folder));
        Optional.ofNullable(System.getenv("COPPICE_NIXPKGS"))
                .filter(nixpkgs -> !nixpkgs.isBlank())
                .ifPresent(nixpkgs -> seen.add(Path.of(nixpkgs)));
        List<String> argv = new ArrayList<>(List.of("nix-instantiate"));
        argv.addAll(List.of(arguments));
        return ToolRoot.ofTests().run(seen, argv);
    }
}
