package dev.coppice.runner.build.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.model.export.kairos.KairosExporter;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.BuildTarget.Cluster;
import dev.coppice.runner.build.BuildTarget.Medium;
import dev.coppice.runner.build.foreign.ForeignBuilder;
import dev.coppice.runner.build.foreign.Requests;
import dev.coppice.runner.build.foreign.Scripts;
import dev.coppice.runner.build.kairos.KairosImages;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A build in a cluster, from the resources that it makes to the image that comes home. */
@Timeout(300)
class ClusterImagesTest {

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
            packages: [htop]
            """;

    private static final Duration PATIENT = Duration.ofMinutes(2);

    @TempDir Path directory;

    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    private Path volume;
    private FakeCluster cluster;
    private Path kubeconfig;
    private Scripts scripts;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        volume = Files.createDirectory(directory.resolve("volume"));
        cluster = new FakeCluster(volume);
        kubeconfig = cluster.kubeconfig(directory);
        scripts = new Scripts(directory.resolve("tools"));
        scripts.add("mv", "exec /bin/mv \"$@\"\n");
        scripts.add("qemu-img", "for a; do from=$to; to=$a; done; exec /bin/cp $from $to\n");
        store =
                Store.open(
                        directory.resolve("store"),
                        new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private ClusterAccess access() {
        return new ClusterAccess(Map.of("KUBECONFIG", kubeconfig.toString()));
    }

    private JobHandle<Generation> start(Medium medium, Cluster where, Duration silence) {
        BuildRequest request =
                Requests.of(
                        SPEC,
                        directory,
                        new KairosExporter(),
                        export -> new BuildTarget.Kairos(export, medium, Optional.of(where)));
        ProcessRunner runner = scripts.runner();
        var maker =
                new ClusterImages(
                        new KairosImages(runner),
                        access(),
                        new ClusterTimes(Duration.ofMillis(20), silence));
        return new ForeignBuilder(store, runner, Requests.THREADS, maker)
                .build(request, events::add);
    }

    private Requests.Ended ended(JobHandle<Generation> job) throws Exception {
        return new Requests.Ended(job.outcome().get(120, TimeUnit.SECONDS), events);
    }

    private Problem problem(Cluster where) throws Exception {
        return ended(start(Medium.ISO, where, PATIENT)).problem();
    }

    private FakeOperator operator() {
        return new FakeOperator(access().open(Cluster.current()));
    }

    private byte[] image(String artifact, String ending) throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Files.write(volume.resolve(artifact + ending), bytes);
        return bytes;
    }

    private List<String> told() {
        return events.stream()
                .map(
                        event ->
                                switch (event) {
                                    case JobEvent.LogLine(String _, String text) -> text;
                                    case JobEvent.StepProgress progress -> progress.message();
                                    default -> "";
                                })
                .toList();
    }

    private void assertNothingLeft() {
        try (KubernetesClient client = access().open(Cluster.current())) {
            assertThat(client.genericKubernetesResources(ArtifactManifest.KIND).list().getItems())
                    .isEmpty();
            assertThat(client.secrets().list().getItems()).isEmpty();
            assertThat(client.pods().list().getItems())
                    .noneMatch(pod -> pod.getMetadata().getName().endsWith("-fetch"));
        }
    }

    @Test
    void aDiscIsBuiltThereAndBroughtHome() throws Exception {
        cluster.logs.put("buildah-build", "STEP 1/4: FROM debian\nSTEP 2/4: RUN apt-get\n");
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            GenericKubernetesResource artifact = operator.take();
            String name = artifact.getMetadata().getName();
            assertThat(artifact.getMetadata().getNamespace()).isEqualTo("images");
            assertThat(name).matches("edge-[0-9a-f]{6}");
            assertThat(artifact.<Boolean>get("spec", "artifacts", "iso")).isTrue();
            assertThat(artifact.<Object>get("spec", "artifacts", "cloudImage")).isNull();
            assertSecret(name);
            operator.containers("coppice-files: 0", "buildah-build: running");
            byte[] made = image(name, ".iso");
            operator.phase("Exporting", "");
            operator.phase("Ready", "");
            operator.startFetch();
            Generation generation = ended(job).generation();
            assertThat(generation.image())
                    .contains(new BootImage(BootImage.Format.ISO, BootImage.Firmware.BIOS));
            assertThat(store.layersOf(generation).getFirst().image()).hasBinaryContent(made);
        }
        assertThat(told())
                .contains(
                        "Fetching the image",
                        "Removed from the cluster: OSArtifact "
                                + told().stream()
                                        .filter(it -> it.startsWith("OSArtifact: images/"))
                                        .map(it -> it.substring("OSArtifact: images/".length()))
                                        .findFirst()
                                        .orElseThrow());
        assertNothingLeft();
    }

    private void assertSecret(String name) {
        try (KubernetesClient client = access().open(Cluster.current())) {
            Secret secret = client.secrets().withName(name).get();
            assertThat(text(secret, "cloud-config.yaml")).startsWith("#cloud-config");
            assertThat(text(secret, "Dockerfile"))
                    .contains("FROM debian:trixie", "htop", "kairos-init", "qemu-guest-agent");
            assertThat(secret.getData()).containsKey("context.tar.gz");
        }
    }

    private static String text(Secret secret, String key) {
        return new String(
                Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }

    @Test
    void aDiskOfAnImageStartsByUefi() throws Exception {
        var where =
                new Cluster(
                        Optional.of("other"),
                        Optional.of("images"),
                        Optional.of("registry.example.org/edge:2"),
                        true);
        JobHandle<Generation> job = start(Medium.RAW, where, PATIENT);
        try (var operator = operator()) {
            GenericKubernetesResource artifact = operator.take();
            String name = artifact.getMetadata().getName();
            assertThat(artifact.<String>get("spec", "image", "ref"))
                    .isEqualTo("registry.example.org/edge:2");
            assertThat(artifact.<Object>get("spec", "importers")).isNull();
            assertThat(artifact.<Boolean>get("spec", "artifacts", "cloudImage")).isTrue();
            byte[] made = image(name, ".raw");
            operator.phase("Ready", "");
            operator.startFetch();
            Generation generation = ended(job).generation();
            assertThat(generation.image())
                    .contains(new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.UEFI));
            assertThat(store.layersOf(generation).getFirst().image()).hasBinaryContent(made);
            assertThat(operator.artifacts()).hasSize(1);
            assertThat(told())
                    .anyMatch(
                            it ->
                                    it.startsWith("Kept in the cluster: kubectl delete -n images")
                                            && it.contains("osartifact/" + name));
        }
    }

    @Test
    void aTransferThatBreaksOffGoesOn() throws Exception {
        cluster.cuts.addAll(List.of(100_000, 0, 150_000));
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            byte[] made = image(operator.take().getMetadata().getName(), ".iso");
            operator.phase("Ready", "");
            operator.startFetch();
            assertThat(store.layersOf(ended(job).generation()).getFirst().image())
                    .hasBinaryContent(made);
        }
        assertThat(cluster.commands).filteredOn(it -> it.startsWith("tail")).hasSizeGreaterThan(2);
        assertThat(told()).anyMatch(it -> it.startsWith("The transfer broke off, going on"));
    }

    @Test
    void aTransferThatNeverComesIsAProblem() throws Exception {
        cluster.cuts.addAll(List.of(0, 0, 0, 0, 0, 0));
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            image(operator.take().getMetadata().getName(), ".iso");
            operator.phase("Ready", "");
            operator.startFetch();
            assertThat(ended(job).problem().code()).isEqualTo("cluster-transfer-broken");
        }
        assertNothingLeft();
        assertThat(store.generations().list("edge")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            operator.take();
            Files.writeString(volume.resolve("something.else"), "x");
            operator.phase("Ready", "");
            operator.startFetch();
            Problem problem = ended(job).problem();
            assertThat(problem.code()).isEqualTo("image-not-found");
            assertThat(problem.log()).contains("something.else");
        }
    }

    @Test
    void aFailedBuildTellsItsLastLines() throws Exception {
        cluster.logs.put("buildah-build", "E: Unable to locate package ngnix\n");
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            operator.take();
            operator.containers("coppice-files: 0", "buildah-build: 100");
            operator.phase("Error", "");
            Problem problem = ended(job).problem();
            assertThat(problem.code()).isEqualTo("kairos-build-failed");
            assertThat(problem.message()).contains("buildah-build");
            assertThat(problem.log()).contains("E: Unable to locate package ngnix");
        }
        assertThat(told()).contains("E: Unable to locate package ngnix");
        assertNothingLeft();
    }

    @Test
    void anImageThatIsNotPulledEndsTheWait() throws Exception {
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), Duration.ofMillis(500));
        try (var operator = operator()) {
            operator.take();
            operator.containers("buildah-build: ImagePullBackOff");
            Problem problem = ended(job).problem();
            assertThat(problem.code()).isEqualTo("cluster-image-unavailable");
            assertThat(problem.message()).contains("ImagePullBackOff: not there");
        }
        assertNothingLeft();
    }

    @Test
    void anOperatorThatDoesNothingIsNoticed() throws Exception {
        assertThat(
                        ended(start(Medium.ISO, Cluster.current(), Duration.ofMillis(500)))
                                .problem()
                                .code())
                .isEqualTo("cluster-operator-silent");
        assertNothingLeft();
    }

    @Test
    void aCancelledBuildLeavesNothing() throws Exception {
        JobHandle<Generation> job = start(Medium.ISO, Cluster.current(), PATIENT);
        try (var operator = operator()) {
            operator.take();
            operator.containers("buildah-build: running");
            job.cancel();
            assertThat(ended(job).outcome()).isInstanceOf(JobOutcome.Cancelled.class);
        }
        assertNothingLeft();
        assertThat(store.generations().list("edge")).isEmpty();
    }

    @Test
    void aClusterWithoutTheOperatorSaysHowToInstallIt() throws Exception {
        cluster.operator = false;
        Problem problem = problem(Cluster.current());
        assertThat(problem.code()).isEqualTo("cluster-without-operator");
        assertThat(problem.hint()).contains("helm install kairos-operator");
        assertThatThrownBy(() -> access().examine(true)).hasMessageContaining("no Kairos operator");
        assertThat(access().examine(false).orElseThrow()).contains("http://localhost");
        assertNothingLeft();
    }

    @Test
    void rightsAreAskedForBeforeTheWork() throws Exception {
        cluster.denied.add("pods/exec");
        Problem problem = problem(Cluster.current());
        assertThat(problem.code()).isEqualTo("cluster-forbidden");
        assertThat(problem.message()).contains("create pods/exec", "namespace images");
        assertNothingLeft();
    }

    @Test
    void refusalsAreExplained() throws Exception {
        cluster.refusal = 403;
        assertThat(problem(Cluster.current()).code()).isEqualTo("cluster-forbidden");
        cluster.refusal = 401;
        assertThat(problem(Cluster.current()).code()).isEqualTo("cluster-unauthorised");
        cluster.close();
        assertThat(problem(Cluster.current()).code()).isEqualTo("cluster-unreachable");
    }

    @Test
    void aClusterMustBeNamed() throws Exception {
        var unknown =
                new Cluster(Optional.of("staging"), Optional.empty(), Optional.empty(), false);
        Problem problem = problem(unknown);
        assertThat(problem.code()).isEqualTo("cluster-context-unknown");
        assertThat(problem.hint()).contains("main, other");
        Files.writeString(kubeconfig, "contexts: [");
        assertThat(problem(Cluster.current()).code()).isEqualTo("cluster-config-unreadable");
        Files.delete(kubeconfig);
        assertThat(problem(Cluster.current()).code()).isEqualTo("cluster-unknown");
    }
}
