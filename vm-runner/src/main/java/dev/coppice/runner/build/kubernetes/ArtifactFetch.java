package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.build.foreign.Workshop;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

import org.apache.commons.codec.digest.DigestUtils;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings a file home from the volume that a build left in the cluster. Nothing serves that volume,
 * so a small pod holds it while the file is read; what breaks off goes on where it stopped.
 */
final class ArtifactFetch {

    /** The pod ends by itself when nobody is there to remove it. */
    private static final Duration LIFE = Duration.ofHours(3);

    private static final int TRIES = 5;

    private final KubernetesClient client;
    private final Workshop workshop;
    private final ClusterTimes times;
    private final GenericKubernetesResource artifact;

    ArtifactFetch(
            KubernetesClient client,
            Workshop workshop,
            ClusterTimes times,
            GenericKubernetesResource artifact) {
        this.client = client;
        this.workshop = workshop;
        this.times = times;
        this.artifact = artifact;
    }

    /** The name of the pod that holds the volume. */
    static String podName(String artifact) {
        return artifact + "-fetch";
    }

    /**
     * Brings a file.
     *
     * @param name its name in the volume
     * @throws ProblemException when it does not come whole
     */
    void fetch(String name, Path to) throws IOException, InterruptedException {
        workshop.tell("Opening the volume of the build");
        start();
        var commands =
                new PodCommand(
                        client,
                        podName(artifact.getMetadata().getName()),
                        times.silence(),
                        workshop.cancellation());
        String place = "/artifacts/" + name;
        long size = size(commands, place);
        bring(commands, place, to, size);
        workshop.tell("Comparing what came with what was made");
        String there = asked(commands, "sha256sum '" + place + "'").split(" ")[0];
        String here = digest(to);
        if (!there.equals(here)) {
            throw cutOff("it arrived damaged: its SHA-256 is " + here + ", not " + there);
        }
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private long size(PodCommand commands, String place) throws IOException, InterruptedException {
        String text =
                asked(
                        commands,
                        "test -f '" + place + "' && stat -c %s '" + place + "' || ls /artifacts");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new ProblemException(
                    new Problem(
                            "image-not-found",
                            "The build ended well, but made no file " + place + ".",
                            "What its volume has is above.",
                            text.lines().toList()));
        }
    }

    /** The output of a short command; tried again when the connection breaks. */
    private String asked(PodCommand commands, String script)
            throws IOException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return commands.output(script);
            } catch (CutOffException e) {
                if (failures == TRIES) {
                    throw cutOff(e.getMessage());
                }
                workshop.step().log("Asking again: " + e.getMessage());
                Waiting.pause(times.poll(), workshop.cancellation());
            } catch (KubernetesClientException e) {
                throw ClusterFailure.of("run a command in a pod (pods/exec)", e);
            }
        }
    }

    private void bring(PodCommand commands, String place, Path to, long size)
            throws IOException, InterruptedException {
        workshop.tell("Fetching the image");
        int failures = 0;
        long had = 0;
        while (had < size || failures == 0 && size == 0) {
            try (OutputStream out =
                    Files.newOutputStream(
                            to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var counted = new CountedOutput(out, had, size, workshop.step());
                int code = commands.run("tail -c +" + (had + 1) + " '" + place + "'", counted);
                if (code != 0) {
                    throw new CutOffException("tail ended with exit status " + code, null);
                }
                if (size == 0) {
                    return;
                }
                if (had + counted.written() < size) {
                    throw new CutOffException("the output ended early", null);
                }
            } catch (CutOffException e) {
                failures = Files.size(to) > had ? 1 : failures + 1;
                if (failures == TRIES) {
                    throw cutOff(e.getMessage());
                }
                workshop.step().log("The transfer broke off, going on: " + e.getMessage());
                Waiting.pause(times.poll(), workshop.cancellation());
            } catch (KubernetesClientException e) {
                throw ClusterFailure.of("run a command in a pod (pods/exec)", e);
            }
            had = Files.size(to);
        }
    }

    private static ProblemException cutOff(String how) {
        return new ProblemException(
                "cluster-transfer-broken",
                "The image could not be fetched from the cluster: " + how + ".",
                "Check the connection to the cluster, and build once more.");
    }

    private void start() throws InterruptedException {
        try {
            client.pods().resource(pod(volume())).create();
            var patience = new Patience(times.silence());
            while (true) {
                Pod pod = client.pods().withName(podName(artifact.getMetadata().getName())).get();
                if (pod != null
                        && pod.getStatus() != null
                        && "Running".equals(pod.getStatus().getPhase())) {
                    return;
                }
                if (pod == null || patience.isLost(true)) {
                    throw new ProblemException(
                            "cluster-volume-unavailable",
                            "The cluster made the image, but starts no pod to fetch it from.",
                            Optional.ofNullable(pod)
                                    .map(BuilderPod::new)
                                    .flatMap(it -> it.trouble().or(it::unscheduled))
                                    .orElse("kubectl describe pod shows why."));
                }
                Waiting.pause(times.poll(), workshop.cancellation());
            }
        } catch (KubernetesClientException e) {
            throw ClusterFailure.of("start a pod that holds the image", e);
        }
    }

    private String volume() {
        String name = artifact.getMetadata().getName();
        return client
                .persistentVolumeClaims()
                .withLabel(ArtifactManifest.LABEL, name)
                .list()
                .getItems()
                .stream()
                .findFirst()
                .map(claim -> claim.getMetadata().getName())
                .orElse(name + "-artifacts");
    }

    /** It runs as nobody in particular, may do nothing, and reads the volume alone. */
    private Pod pod(String claim) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(podName(artifact.getMetadata().getName()))
                .addToLabels("app.kubernetes.io/managed-by", "coppice")
                .withOwnerReferences(ArtifactManifest.owner(artifact))
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withActiveDeadlineSeconds(LIFE.toSeconds())
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("fetch")
                .withImage(ArtifactManifest.TOOLS)
                .withCommand(List.of("sleep", Long.toString(LIFE.toSeconds())))
                .addNewVolumeMount()
                .withName("artifacts")
                .withMountPath("/artifacts")
                .withReadOnly(true)
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("artifacts")
                .withNewPersistentVolumeClaim(claim, true)
                .endVolume()
                .endSpec()
                .build();
    }
}
