package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.JobStep;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.LogWatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the logs of a pod's containers into the log of a step, each from its start. */
final class PodLogs implements AutoCloseable {

    private static final int TAIL = 60;

    private final KubernetesClient client;
    private final JobStep step;
    private final Set<String> followed = new HashSet<>();
    private final List<LogWatch> watches = new ArrayList<>();

    PodLogs(KubernetesClient client, JobStep step) {
        this.client = client;
        this.step = step;
    }

    /** Follows what has started since the last look. */
    void follow(BuilderPod pod) {
        for (String container : pod.started()) {
            if (followed.add(pod.name() + "/" + container)) {
                step.log("--- " + container);
                try {
                    watches.add(
                            client.pods()
                                    .withName(pod.name())
                                    .inContainer(container)
                                    .watchLog(new LineOutput(step::log)));
                } catch (KubernetesClientException e) {
                    step.log("The log of " + container + " cannot be read: " + e.getMessage());
                }
            }
        }
    }

    /** The last lines of a container; none when they cannot be had. */
    List<String> tail(String pod, String container) {
        try {
            return client.pods()
                    .withName(pod)
                    .inContainer(container)
                    .tailingLines(TAIL)
                    .getLog()
                    .lines()
                    .toList();
        } catch (KubernetesClientException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        watches.forEach(LogWatch::close);
    }
}
