package dev.coppice.runner.build.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does in a cluster what the Kairos operator, a node and the kubelet do, step by step. */
final class FakeOperator implements AutoCloseable {

    private static final String POD = "builder-abcde";

    private final KubernetesClient client;
    private String name;

    FakeOperator(KubernetesClient client) {
        this.client = client;
    }

    private GenericKubernetesResource only() throws InterruptedException {
        while (true) {
            List<GenericKubernetesResource> all = artifacts();
            if (!all.isEmpty()) {
                return all.getFirst();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    List<GenericKubernetesResource> artifacts() {
        return client.genericKubernetesResources(ArtifactManifest.KIND).list().getItems();
    }

    /** Takes the build up: a volume, and a pod whose first container runs. */
    GenericKubernetesResource take() throws InterruptedException {
        GenericKubernetesResource artifact = only();
        name = artifact.getMetadata().getName();
        client.persistentVolumeClaims()
                .resource(
                        new PersistentVolumeClaimBuilder()
                                .withNewMetadata()
                                .withName(name + "-artifacts")
                                .addToLabels(ArtifactManifest.LABEL, name)
                                .endMetadata()
                                .build())
                .create();
        client.pods()
                .resource(
                        new PodBuilder()
                                .withNewMetadata()
                                .withName(POD)
                                .addToLabels(ArtifactManifest.LABEL, name)
                                .endMetadata()
                                .build())
                .create();
        phase("Building", "");
        return artifact;
    }

    void phase(String phase, String message) {
        client.genericKubernetesResources(ArtifactManifest.KIND)
                .withName(name)
                .edit(
                        it -> {
                            it.setAdditionalProperty(
                                    "status", Map.of("phase", phase, "message", message));
                            return it;
                        });
    }

    /** What the containers of the pod do: {@code name: running}, {@code name: 1} that ended. */
    void containers(String... states) {
        List<ContainerStatus> all = Stream.of(states).map(FakeOperator::container).toList();
        client.pods()
                .withName(POD)
                .edit(
                        it ->
                                new PodBuilder(it)
                                        .withStatus(
                                                new PodStatusBuilder()
                                                        .withPhase("Running")
                                                        .withInitContainerStatuses(all)
                                                        .build())
                                        .build());
    }

    private static ContainerStatus container(String state) {
        String[] parts = state.split(": ", 2);
        var does = new ContainerStateBuilder();
        if (parts[1].equals("running")) {
            does.withNewRunning().endRunning();
        } else if (parts[1].matches("\\d+")) {
            does.withNewTerminated().withExitCode(Integer.valueOf(parts[1])).endTerminated();
        } else {
            does.withNewWaiting().withReason(parts[1]).withMessage("not there").endWaiting();
        }
        return new ContainerStatusBuilder().withName(parts[0]).withState(does.build()).build();
    }

    /** Starts the pod that the image is fetched from. */
    void startFetch() throws InterruptedException {
        var pod = client.pods().withName(ArtifactFetch.podName(name));
        while (pod.get() == null) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        pod.edit(
                it ->
                        new PodBuilder(it)
                                .withStatus(new PodStatusBuilder().withPhase("Running").build())
                                .build());
    }

    @Override
    public void close() {
        client.close();
    }
}
