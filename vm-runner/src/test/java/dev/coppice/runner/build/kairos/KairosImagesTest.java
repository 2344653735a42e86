package dev.coppice.runner.build.kairos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.kairos.KairosExporter;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.BuildTarget.Medium;
import dev.coppice.runner.build.foreign.ForeignBuilder;
import dev.coppice.runner.build.foreign.Requests;
import dev.coppice.runner.build.foreign.Scripts;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.Target;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The order of things, with a script in place of the container engine and of AuroraBoot. */
@Timeout(300)
class KairosImagesTest {

    private static final String SPEC =
            """
            spec: 1
            name: edge
            base: { distribution: debian, release: trixie }
            users:
              - name: ann
                groups: [sudo]
                sshAuthorizedKeys:
                  - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJm1wT9p5hGZ5hDnXr8b9kYjv0m3bEJtQ4gqVJkq5mJf a
            """;

    private static final String ENGINE =
            """
            echo "$1" >>$CONTROL/ran
            if [ -e $CONTROL/fails ]; then cat $CONTROL/fails; exit 125; fi
            case $1 in
            build) cat "$3" >>$CONTROL/dockerfiles ;;
            image) cat $CONTROL/id ;;
            save) echo archive >"$3" ;;
            run)
                echo "$@" >$CONTROL/command
                for word; do case $word in *:/build) build=${word%:/build} ;; esac; done
                test -s $build/image.tar
                case "$*" in
                *build-iso*) echo disc >$build/edge.iso ;;
                *) echo disk >$build/kairos-edge.raw ;;
                esac
                ;;
            esac
            """;

    @TempDir Path directory;

    private Scripts scripts;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        scripts = new Scripts(directory.resolve("tools"));
        Files.writeString(scripts.control().resolve("id"), "sha256:1\n");
        scripts.add("cp", "exec /bin/cp \"$@\"\n");
        scripts.add("qemu-img", "for a; do from=$to; to=$a; done; exec /bin/cp $from $to\n");
        store =
                Store.open(
                        directory.resolve("store"),
                        new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    private BuildRequest request(Medium medium) {
        return Requests.of(
                SPEC,
                directory,
                new KairosExporter(),
                export -> new BuildTarget.Kairos(export, medium));
    }

    private Requests.Ended build(Medium medium) throws Exception {
        ProcessRunner runner = scripts.runner();
        return Requests.build(
                new ForeignBuilder(store, runner, Requests.THREADS, new KairosImages(runner)),
                request(medium));
    }

    @Test
    void withoutAnEngineItSaysWhatToInstall() throws Exception {
        Problem problem = build(Medium.RAW).problem();
        assertThat(problem.code()).isEqualTo("tool-missing");
        assertThat(problem.message()).contains("podman", "docker");
        assertThat(problem.hint()).isEqualTo("sudo apt-get install podman");
    }

    @Test
    void aDiskIsBuiltAndTakenIn() throws Exception {
        scripts.add("podman", ENGINE);
        Generation made = build(Medium.RAW).generation();
        assertThat(made.target()).isEqualTo(Target.KAIROS);
        assertThat(made.image())
                .contains(new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.BIOS));
        assertThat(store.layersOf(made).getFirst().image()).hasContent("disk");
        assertThat(scripts.ran()).isEqualTo(List.of("build", "build", "image", "save", "run"));
        assertThat(scripts.control().resolve("dockerfiles"))
                .content()
                .contains("kairos-init", "FROM localhost/coppice/edge:1.0.0", "qemu-guest-agent");
        assertThat(scripts.control().resolve("command"))
                .content()
                .contains("--privileged", "disk.bios=true", "/cloud-config.yaml:ro");
    }

    @Test
    void anImageThatTheStoreHasNeedsNoMediumAgain() throws Exception {
        scripts.add("docker", ENGINE);
        build(Medium.ISO).generation();
        Generation second = build(Medium.ISO).generation();
        assertThat(second.layers().getFirst().reused()).isTrue();
        assertThat(second.image().orElseThrow().format()).isEqualTo(BootImage.Format.ISO);
        assertThat(scripts.ran()).filteredOn("run"::equals).hasSize(1);
        assertThat(scripts.control().resolve("command"))
                .content()
                .contains("build-iso", "--override-name edge")
                .doesNotContain("--privileged");
    }

    @Test
    void failuresSayWhatToDo() throws Exception {
        scripts.add("podman", ENGINE);
        Path fails = scripts.control().resolve("fails");
        Files.writeString(fails, "E: Unable to locate package ngnix\n");
        assertThat(build(Medium.RAW).problem().code()).isEqualTo("package-unknown");
        Files.writeString(
                fails, "dial tcp: lookup quay.io: Temporary failure in name resolution\n");
        assertThat(build(Medium.RAW).problem().code()).isEqualTo("network-unreachable");
        Files.writeString(fails, "something else\n");
        Problem problem = build(Medium.RAW).problem();
        assertThat(problem.code()).isEqualTo("kairos-build-failed");
        assertThat(problem.log()).contains("something else");
        assertThat(store.generations().list("edge")).isEmpty();
    }
}
