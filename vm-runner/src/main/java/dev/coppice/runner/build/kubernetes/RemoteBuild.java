package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * What one build has in the cluster. Closing it removes that, however the build ended: the secret
 * and the pods are tied to the OSArtifact, and the operator's own parts are as well.
 */
final class RemoteBuild implements AutoCloseable {

    private final KubernetesClient client;
    private final ArtifactManifest manifest;
    private final JobStep step;
    private final boolean keep;
    private final String name;
    private GenericKubernetesResource artifact;
    private boolean begun;

    RemoteBuild(KubernetesClient client, ArtifactManifest manifest, JobStep step, boolean keep) {
        this.client = client;
        this.manifest = manifest;
        this.step = step;
        this.keep = keep;
        this.name = manifest.artifact().getMetadata().getName();
    }

    /**
     * Makes the resources.
     *
     * @throws ProblemException when the cluster does not take them
     */
    void start() {
        String what = "create the Secret of the build";
        try {
            begun = true;
            Secret secret = client.secrets().resource(manifest.secret()).create();
            what = "create the OSArtifact";
            artifact =
                    client.genericKubernetesResources(ArtifactManifest.KIND)
                            .resource(manifest.artifact())
                            .create();
            // From here on the cluster removes the secret with the build, whoever removes that.
            what = "tie the Secret to the OSArtifact";
            client.secrets()
                    .resource(secret)
                    .edit(
                            it ->
                                    new SecretBuilder(it)
                                            .editMetadata()
                                            .withOwnerReferences(ArtifactManifest.owner(artifact))
                                            .endMetadata()
                                            .build());
        } catch (KubernetesClientException e) {
            throw ClusterFailure.of(what, e);
        }
    }

    GenericKubernetesResource artifact() {
        return artifact;
    }

    @Override
    public void close() {
        if (!begun) {
            return;
        }
        if (keep && artifact != null) {
            step.log("Kept in the cluster: " + remove());
            return;
        }
        try {
            client.pods().withName(ArtifactFetch.podName(name)).withGracePeriod(0).delete();
            client.genericKubernetesResources(ArtifactManifest.KIND)
                    .withName(name)
                    .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                    .delete();
            client.secrets().withName(name).delete();
            step.log("Removed from the cluster: OSArtifact " + name);
        } catch (KubernetesClientException e) {
            step.log("Left behind in the cluster, " + e.getMessage() + ": " + remove());
        }
    }

    private String remove() {
        return "kubectl delete -n "
                + client.getNamespace()
                + " osartifact/"
                + name
                + " secret/"
                + name
                + " removes it";
    }
}
