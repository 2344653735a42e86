package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

import java.util.List;

/** Looks whether a cluster can build, and may be used, before it is asked to work for long. */
final class ClusterCheck {

    private record Right(String verb, String group, String resource, String part) {
        String words() {
            return verb + " " + resource + (part.isEmpty() ? "" : "/" + part);
        }
    }

    private static final List<Right> NEEDED =
            List.of(
                    new Right("create", "build.kairos.io", "osartifacts", ""),
                    new Right("delete", "build.kairos.io", "osartifacts", ""),
                    new Right("create", "", "secrets", ""),
                    new Right("create", "", "pods", ""),
                    new Right("list", "", "pods", ""),
                    new Right("create", "", "pods", "exec"));

    private ClusterCheck() {}

    /**
     * @throws ProblemException when it cannot, or may not
     */
    static void check(KubernetesClient client) {
        try {
            operator(client);
        } catch (KubernetesClientException e) {
            throw ClusterFailure.of("list its resources", e);
        }
        List<String> missing =
                NEEDED.stream()
                        .filter(right -> !isAllowed(client, right))
                        .map(Right::words)
                        .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    "cluster-forbidden",
                    "You may not "
                            + String.join(", ", missing)
                            + " in the namespace "
                            + client.getNamespace()
                            + " of the cluster.",
                    "Ask its administrator for these rights (the roles edit and"
                            + " osartifact-editor-role have them), or choose a namespace with"
                            + " --namespace.");
        }
    }

    private static void operator(KubernetesClient client) {
        APIResourceList known = client.getApiResources(ArtifactManifest.VERSION);
        boolean there =
                known != null
                        && known.getResources().stream()
                                .anyMatch(
                                        it -> ArtifactManifest.KIND.getKind().equals(it.getKind()));
        if (!there) {
            throw new ProblemException(
                    new Problem(
                            "cluster-without-operator",
                            "The cluster " + client.getMasterUrl() + " has no Kairos operator.",
                            "Install it: helm install kairos-operator"
                                    + " oci://ghcr.io/kairos-io/helm-charts/kairos-operator"
                                    + " --namespace kairos-operator --create-namespace",
                            List.of("It does not know " + ArtifactManifest.VERSION)));
        }
    }

    /** Whoever may not ask may try. */
    private static boolean isAllowed(KubernetesClient client, Right right) {
        SelfSubjectAccessReview question =
                new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withNamespace(client.getNamespace())
                        .withVerb(right.verb())
                        .withGroup(right.group())
                        .withResource(right.resource())
                        .withSubresource(right.part())
                        .endResourceAttributes()
                        .endSpec()
                        .build();
        try {
            SelfSubjectAccessReview answer =
                    client.authorization().v1().selfSubjectAccessReview().create(question);
            return answer.getStatus() == null
                    || !Boolean.FALSE.equals(answer.getStatus().getAllowed());
        } catch (KubernetesClientException _) {
            return true;
        }
    }
}
