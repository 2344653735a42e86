package dev.coppice.runner.build.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Finding;
import dev.coppice.model.export.nixos.NixosExporter;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.build.foreign.ForeignBuilder;
import dev.coppice.runner.build.foreign.Requests;
import dev.coppice.runner.build.foreign.Scripts;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.Target;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Evaluations and builds: with scripts in place of Nix where failures are wanted, and with Nix
 * itself, found by {@code COPPICE_NIX} or on the path, on a flake that stands in for nixpkgs.
 */
@Timeout(300)
class NixosBuildTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: trixie }
            hostname: web-01
            packages: [htop]
            %s
            """;

    /** What nixpkgs gives a flake, as far as these tests need it. */
    private static final String NIXPKGS =
            """
            {
              outputs = { self }: {
                lib = rec {
                  optional = yes: it: if yes then [ it ] else [ ];
                  mkDefault = it: it;
                  nixosSystem = { modules }:
                    let
                      pkgs = { htop = "htop"; };
                      read = module: if builtins.isAttrs module then module
                        else import module { config = { }; lib = self.lib; inherit pkgs; };
                      read' = module:
                        let it = read module;
                        in if builtins.isFunction it
                          then it { config = { }; lib = self.lib; inherit pkgs; } else it;
                      all = map read' modules;
                      agent = builtins.any (it: it ? services.qemuGuest) all;
                    in
                    {
                      extendModules = more: nixosSystem { modules = modules ++ more.modules; };
                      config.system.build.images.qemu = derivation {
                        name = "image";
                        system = "x86_64-linux";
                        builder = "/bin/sh";
                        words = builtins.deepSeq all (if agent then "with agent" else "mute");
                        args = [ "-c" "echo making the disk; echo $words > $out" ];
                      };
                    };
                };
              };
            }
            """;

    @TempDir Path directory;

    private Scripts scripts;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        scripts = new Scripts(directory.resolve("tools"));
        store =
                Store.open(
                        directory.resolve("store"),
                        new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    private BuildRequest request(String more, BuildTarget.NixSettings settings) {
        return Requests.of(
                SPEC.formatted(more),
                directory,
                new NixosExporter(),
                export -> new BuildTarget.Nixos(export, settings));
    }

    private ForeignBuilder builder() {
        ProcessRunner runner = scripts.runner();
        return new ForeignBuilder(store, runner, Requests.THREADS, new NixosImages(runner));
    }

    private Problem failed() throws Exception {
        return Requests.build(builder(), request("", BuildTarget.NixSettings.plain())).problem();
    }

    // ------------------------------------------------------------------ scripts

    /** Nix by script: a step is one of lock, eval, build. */
    private void script(String body) throws Exception {
        scripts.add(
                "nix",
                """
                if [ "$1" = --version ]; then echo "nix (Nix) 2.26.3"; exit 0; fi
                echo "$@" | tr '\\n' ' ' >>$CONTROL/ran; echo >>$CONTROL/ran
                step=$3
                %s
                if [ $step = build ]; then
                    while [ "$1" != --out-link ]; do shift; done
                    mkdir $CONTROL/out; echo disk >$CONTROL/out/nixos.qcow2
                    ln -s $CONTROL/out "$2"
                fi
                """
                        .formatted(body));
        scripts.add("cp", "for a; do from=$to; to=$a; done; exec /bin/cp \"$from\" \"$to\"\n");
    }

    @Test
    void aMissingNixIsNamedWithWhatToInstall() throws Exception {
        Problem problem = failed();
        assertThat(problem.code()).isEqualTo("tool-missing");
        assertThat(problem.hint()).contains("nix-bin", "nixos.org");
        assertThat(store.generations().list("web")).isEmpty();
    }

    @Test
    void aNixOfOldIsRefused() throws Exception {
        scripts.add("nix", "echo 'nix (Nix) 2.8.0'\n");
        Problem problem = failed();
        assertThat(problem.code()).isEqualTo("tool-too-old");
        assertThat(problem.message()).contains("2.8.0", "2.18");
    }

    @Test
    void theResultBecomesAGenerationThatStartsByFirmware() throws Exception {
        script("echo \"$step goes on\"");
        var settings =
                new BuildTarget.NixSettings(
                        Optional.of("ssh://builder x86_64-linux"), Optional.empty());
        var ended = Requests.build(builder(), request("", settings));
        Generation made = ended.generation();
        assertThat(made.target()).isEqualTo(Target.NIXOS);
        assertThat(made.image())
                .contains(new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.BIOS));
        assertThat(store.layersOf(made).getFirst().image()).hasContent("disk");
        assertThat(store.generations().log(made)).contains("build goes on");
        assertThat(scripts.ran())
                .hasSize(3)
                .last()
                .asString()
                .contains("--builders ssh://builder x86_64-linux", "images.qemu");
        assertThat(ended.events().stream().filter(JobEvent.StepFinished.class::isInstance))
                .hasSize(1);
        assertThat(builder().plan(request("", settings)).steps()).hasSize(1);
        try (var left = Files.list(store.root().resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theSameResultIsNotCopiedTwice() throws Exception {
        script("rm -rf $CONTROL/out");
        var request = request("", BuildTarget.NixSettings.plain());
        Requests.build(builder(), request).generation();
        scripts.add("cp", "exit 9\n");
        Generation second = Requests.build(builder(), request).generation();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.layers().getFirst().reused()).isTrue();
    }

    @Test
    void failuresOfTheWorldSayWhatToDo() throws Exception {
        script(
                "if [ $step = build ]; then echo \"error: builder for '/nix/store/x.drv' failed"
                        + " with exit code 2\"; exit 1; fi");
        assertThat(failed().code()).isEqualTo("nix-build-failed");
        script(
                "echo \"error: unable to download 'https://github.com/x': Could not resolve host"
                        + " name\"; exit 1");
        assertThat(failed().code()).isEqualTo("network-unreachable");
        script("echo 'error: cannot connect to socket'; exit 1");
        assertThat(failed().code()).startsWith("tool-");
        script("");
        scripts.add("cp", "echo 'cp: error writing: No space left'; exit 1\n");
        assertThat(failed().code()).isEqualTo("image-not-copied");
        assertThat(store.generations().list("web")).isEmpty();
    }

    @Test
    void cancellingEndsAllThatNixStarted() throws Exception {
        script("if [ $step = build ]; then sleep 300 & echo $! >$CONTROL/child; wait; fi");
        var begun = new CountDownLatch(1);
        var job =
                builder()
                        .build(
                                request("", BuildTarget.NixSettings.plain()),
                                event -> {
                                    if (event instanceof JobEvent.StepProgress p
                                            && p.message().startsWith("Building")) {
                                        begun.countDown();
                                    }
                                });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        Path child = scripts.control().resolve("child");
        while (!Files.exists(child) || Files.size(child) == 0) {
            Thread.sleep(20);
        }
        job.cancel();
        assertThat(job.outcome().get(60, TimeUnit.SECONDS))
                .isInstanceOf(JobOutcome.Cancelled.class);
        long pid = Long.parseLong(Files.readString(child).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(store.generations().list("web")).isEmpty();
    }

    @Test
    void whatNixOsRefusesIsFoundInTheSpec() throws Exception {
        script(
                """
                if [ $step = eval ]; then
                    echo "error:"
                    echo "       error: The option \\`services.ngnix' does not exist. Definition values:"
                    echo "       - In \\`/nix/store/x-source/configuration.nix':"
                    exit 1
                fi
                """);
        String raw = "targets: { nixos: { services.ngnix.enable: true } }";
        var request = request(raw, BuildTarget.NixSettings.plain());
        Problem problem = Requests.build(builder(), request).problem();
        assertThat(problem.code()).isEqualTo("nix-evaluation");
        assertThat(problem.message()).contains("targets.nixos", "services.ngnix");
        List<Finding> findings = findings(request);
        assertThat(findings.getFirst().path().toString()).contains("ngnix");
    }

    private List<Finding> findings(BuildRequest request) throws Exception {
        var evaluation =
                new NixEvaluator(store, scripts.runner()).evaluate(request, new Cancellation());
        assertThat(evaluation).isInstanceOf(Evaluator.Evaluation.Refused.class);
        return ((Evaluator.Evaluation.Refused) evaluation).findings();
    }

    // ------------------------------------------------------------------ Nix itself

    private BuildTarget.NixSettings real() throws Exception {
        ProcessRunner host = ProcessRunner.ofHost();
        String named = System.getenv().getOrDefault("COPPICE_NIX", "nix");
        Optional<Path> program = host.tools().find(named);
        Assumptions.assumeTrue(program.isPresent(), "this host has no Nix");
        scripts.real(program.get());
        scripts.real(host.tools().find("qemu-img").orElse(Path.of("/usr/bin/qemu-img")));
        Path place = Files.createDirectories(directory.resolve("nix"));
        scripts.set("NIX_STORE_DIR", place + "/store");
        scripts.set("NIX_STATE_DIR", place + "/var");
        scripts.set("NIX_LOG_DIR", place + "/log");
        scripts.set(
                "NIX_CONFIG",
                "build-users-group =\nsandbox = false\nsubstitute = false\nbuild-hook =\n");
        Path nixpkgs = Files.createDirectories(directory.resolve("nixpkgs"));
        Files.writeString(nixpkgs.resolve("flake.nix"), NIXPKGS);
        return new BuildTarget.NixSettings(Optional.empty(), Optional.of("path:" + nixpkgs));
    }

    private void requireNew() throws Exception {
        var version = new NixTool(scripts.runner()).version(new Cancellation());
        Assumptions.assumeTrue(
                version.isPresent() && version.get().suits(),
                "this host has no Nix of "
                        + NixTool.OLDEST
                        + " or newer: "
                        + version.map(NixTool.Version::words).orElse("none"));
    }

    @Test
    void theNixOfThisHostIsTakenOrRefusedByItsVersion() throws Exception {
        BuildTarget.NixSettings settings = real();
        var version = new NixTool(scripts.runner()).version(new Cancellation()).orElseThrow();
        var evaluation =
                new NixEvaluator(store, scripts.runner())
                        .evaluate(request("", settings), new Cancellation());
        if (version.suits()) {
            assertThat(evaluation).isInstanceOf(Evaluator.Evaluation.Fine.class);
        } else {
            assertThat(evaluation).isInstanceOf(Evaluator.Evaluation.Unknown.class);
            assertThat(((Evaluator.Evaluation.Unknown) evaluation).problem().code())
                    .isEqualTo("tool-too-old");
        }
    }

    @Test
    void nixBuildsTheFlakeWithTheGuestAgent() throws Exception {
        BuildTarget.NixSettings settings = real();
        requireNew();
        var events = new ArrayList<JobEvent>();
        var ended = Requests.build(builder(), request("", settings));
        Generation made = ended.generation();
        assertThat(store.generations().log(made)).contains("making the disk");
        Path disk = store.layersOf(made).getFirst().image();
        assertThat(Files.readString(disk, StandardCharsets.ISO_8859_1))
                .startsWith("QFI")
                .contains("with agent");
        assertThat(events).isEmpty();
    }

    @Test
    void nixsErrorsLeadToTheLineOfTheSpec() throws Exception {
        BuildTarget.NixSettings settings = real();
        requireNew();
        var request =
                Requests.of(
                        SPEC.formatted("").replace("[htop]", "[htop, tree]"),
                        directory,
                        new NixosExporter(),
                        export -> new BuildTarget.Nixos(export, settings));
        List<Finding> findings = findings(request);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().message()).contains("tree");
        assertThat(findings.getFirst().path().toString()).isEqualTo("packages[1]");
    }
}
