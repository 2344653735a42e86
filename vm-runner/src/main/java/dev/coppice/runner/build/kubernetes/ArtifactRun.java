package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.build.foreign.Workshop;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

import java.util.List;
import java.util.Optional;

/** Follows one OSArtifact through its phases, until it is ready or has failed. */
final class ArtifactRun {

    private final KubernetesClient client;
    private final Workshop workshop;
    private final ClusterTimes times;
    private final String name;
    private String told = "";

    ArtifactRun(KubernetesClient client, Workshop workshop, ClusterTimes times, String name) {
        this.client = client;
        this.workshop = workshop;
        this.times = times;
        this.name = name;
    }

    /**
     * Waits until the artifact is there.
     *
     * @throws ProblemException when it will not be
     */
    void follow() throws InterruptedException {
        var unreached = new Patience(times.silence());
        var untaken = new Patience(times.silence());
        var troubled = new Patience(times.silence());
        try (var logs = new PodLogs(client, workshop.step())) {
            while (true) {
                try {
                    GenericKubernetesResource artifact = artifact();
                    unreached.isLost(false);
                    Optional<BuilderPod> pod = pod();
                    pod.ifPresent(logs::follow);
                    switch (status(artifact, "phase")) {
                        case "Ready" -> {
                            return;
                        }
                        case "Error" -> throw failed(artifact, pod, logs);
                        case "Exporting" -> tell("The image is made; the cluster stores it");
                        default -> {
                            tell(pod.map(BuilderPod::doing).orElse("Waiting for the operator"));
                            look(pod, untaken, troubled);
                        }
                    }
                } catch (KubernetesClientException e) {
                    if (!ClusterFailure.mayPass(e) || unreached.isLost(true)) {
                        throw ClusterFailure.of("follow the build", e);
                    }
                    tell("The cluster does not answer; asking again");
                }
                Waiting.pause(times.poll(), workshop.cancellation());
            }
        }
    }

    /** Says what goes on when that is something else than before. */
    private void tell(String what) {
        if (!what.equals(told)) {
            told = what;
            workshop.tell(what);
        }
    }

    private GenericKubernetesResource artifact() {
        GenericKubernetesResource artifact =
                client.genericKubernetesResources(ArtifactManifest.KIND).withName(name).get();
        if (artifact == null) {
            throw new ProblemException(
                    "cluster-lost",
                    "Somebody has deleted the OSArtifact " + name + " during the build.",
                    "Build once more.");
        }
        return artifact;
    }

    private Optional<BuilderPod> pod() {
        return client.pods().withLabel(ArtifactManifest.LABEL, name).list().getItems().stream()
                .findFirst()
                .map(BuilderPod::new);
    }

    private static String status(GenericKubernetesResource artifact, String field) {
        Object value = artifact.get("status", field);
        return value instanceof String text ? text : "";
    }

    private void look(Optional<BuilderPod> pod, Patience untaken, Patience troubled) {
        if (untaken.isLost(pod.isEmpty())) {
            throw new ProblemException(
                    "cluster-operator-silent",
                    "The cluster has the Kairos operator's resources, but nobody takes the build"
                            + " up.",
                    "See whether the operator runs, and what it says: kubectl get pods -A | grep"
                            + " kairos-operator");
        }
        Optional<String> trouble = pod.flatMap(BuilderPod::trouble);
        if (troubled.isLost(trouble.isPresent())) {
            throw new ProblemException(
                    "cluster-image-unavailable",
                    "The cluster cannot start the build: " + trouble.orElseThrow(),
                    "See that its nodes reach the registry, and that the image's name is right.");
        }
    }

    private ProblemException failed(
            GenericKubernetesResource artifact, Optional<BuilderPod> pod, PodLogs logs) {
        Optional<String> container = pod.flatMap(BuilderPod::failed);
        List<String> lines =
                container.isEmpty() ? List.of() : logs.tail(pod.get().name(), container.get());
        String message = status(artifact, "message");
        return new ProblemException(
                new Problem(
                        "kairos-build-failed",
                        "The build failed in the cluster"
                                + container.map(it -> ", in its step " + it).orElse("")
                                + (message.isEmpty() ? "." : ": " + message),
                        "Its last lines are above; with --keep-remote the next one can be looked"
                                + " at in the cluster.",
                        lines));
    }
}
