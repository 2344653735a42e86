package dev.coppice.runner.build.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the pod of a build tells of itself. The names of its containers are those of the operator
 * 0.1.3.
 */
record BuilderPod(Pod pod) {

    /** The container that unpacks the files of the image. */
    static final String FILES = "coppice-files";

    /** What Kubernetes tries again without an end, but does not get better by itself. */
    private static final Set<String> TROUBLES =
            Set.of(
                    "ErrImagePull",
                    "ImagePullBackOff",
                    "InvalidImageName",
                    "ErrImageNeverPull",
                    "CreateContainerConfigError",
                    "CreateContainerError");

    String name() {
        return pod.getMetadata().getName();
    }

    private List<ContainerStatus> containers() {
        var all = new ArrayList<ContainerStatus>();
        if (pod.getStatus() != null) {
            all.addAll(pod.getStatus().getInitContainerStatuses());
            all.addAll(pod.getStatus().getContainerStatuses());
        }
        return all;
    }

    /** The containers that have run or run, in their order: those that have a log. */
    List<String> started() {
        return containers().stream()
                .filter(
                        it ->
                                it.getState() != null
                                        && (it.getState().getRunning() != null
                                                || it.getState().getTerminated() != null))
                .map(ContainerStatus::getName)
                .toList();
    }

    /** The container that ended badly. */
    Optional<String> failed() {
        return containers().stream()
                .filter(
                        it ->
                                it.getState() != null
                                        && it.getState().getTerminated() != null
                                        && it.getState().getTerminated().getExitCode() != 0)
                .map(ContainerStatus::getName)
                .findFirst();
    }

    /** What keeps a container from starting, in the cluster's words. */
    Optional<String> trouble() {
        return waiting().filter(it -> TROUBLES.contains(it.getReason())).map(BuilderPod::words);
    }

    private Optional<io.fabric8.kubernetes.api.model.ContainerStateWaiting> waiting() {
        return containers().stream()
                .filter(it -> it.getState() != null && it.getState().getWaiting() != null)
                .map(it -> it.getState().getWaiting())
                .filter(it -> it.getReason() != null && !it.getReason().equals("PodInitializing"))
                .findFirst();
    }

    private static String words(io.fabric8.kubernetes.api.model.ContainerStateWaiting waiting) {
        return waiting.getMessage() == null
                ? waiting.getReason()
                : waiting.getReason() + ": " + waiting.getMessage();
    }

    /** Why no node takes the pod, in the scheduler's words. */
    Optional<String> unscheduled() {
        return Stream.ofNullable(pod.getStatus())
                .flatMap(status -> status.getConditions().stream())
                .filter(it -> "PodScheduled".equals(it.getType()))
                .filter(it -> "False".equals(it.getStatus()) && it.getMessage() != null)
                .map(it -> it.getMessage())
                .findFirst();
    }

    /** What goes on, for people. */
    String doing() {
        Optional<String> running =
                containers().stream()
                        .filter(it -> it.getState() != null && it.getState().getRunning() != null)
                        .map(ContainerStatus::getName)
                        .findFirst();
        return running.map(BuilderPod::title)
                .or(this::trouble)
                .or(() -> unscheduled().map(why -> "Waiting for a node: " + why))
                .orElse("Starting in the cluster");
    }

    private static String title(String container) {
        return switch (container) {
            case FILES -> "Bringing the files into the cluster";
            case "buildah-build" -> "Building the image";
            case "pull-image-baseimage" -> "Pulling the image";
            case "image-extractor" -> "Unpacking the image";
            case "build-iso" -> "Making the disc";
            case "build-cloud-image" -> "Making the disk";
            default -> "Running " + container;
        };
    }
}
