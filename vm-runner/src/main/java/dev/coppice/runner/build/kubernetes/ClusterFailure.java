package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.client.KubernetesClientException;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;

import javax.net.ssl.SSLException;

/** Says what it means that a cluster did not do what it was asked for. */
final class ClusterFailure {

    private ClusterFailure() {}

    /**
     * @param what what was asked, {@code create the OSArtifact}
     */
    static ProblemException of(String what, KubernetesClientException failure) {
        return new ProblemException(problem(what, failure), failure);
    }

    private static Problem problem(String what, KubernetesClientException failure) {
        List<String> log = List.of(words(failure));
        if (failure.getCode() <= 0) {
            return unreachable(failure, log);
        }
        return switch (failure.getCode()) {
            case 401 ->
                    new Problem(
                            "cluster-unauthorised",
                            "The cluster does not know who asks: the credentials of the kubeconfig"
                                    + " are missing or expired.",
                            "Log in to the cluster anew; kubectl auth whoami shows whether it"
                                    + " works.",
                            log);
            case 403 ->
                    new Problem(
                            "cluster-forbidden",
                            "The cluster does not let you " + what + ".",
                            "Ask its administrator for that right, or choose a namespace where you"
                                    + " have it with --namespace.",
                            log);
            case 404 ->
                    new Problem(
                            "cluster-lost",
                            "The cluster could not " + what + ": it is not there.",
                            "See whether the namespace exists, and whether somebody else deletes"
                                    + " what the build makes.",
                            log);
            default ->
                    new Problem(
                            "cluster-refused",
                            "The cluster could not " + what + ": " + words(failure),
                            "Its answer is above.",
                            log);
        };
    }

    private static Problem unreachable(KubernetesClientException failure, List<String> log) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new Problem(
                        "cluster-untrusted",
                        "The connection to the cluster is not trusted: " + cause.getMessage(),
                        "See certificate-authority-data in the kubeconfig.",
                        log);
            }
            if (cause instanceof UnknownHostException) {
                return new Problem(
                        "cluster-unreachable",
                        "The cluster's name is not known: " + cause.getMessage(),
                        "See server in the kubeconfig, and the network.",
                        log);
            }
        }
        return new Problem(
                "cluster-unreachable",
                "The cluster does not answer: " + words(failure),
                "kubectl cluster-info shows whether it is up; see server in the kubeconfig, and"
                        + " the network.",
                log);
    }

    /** Whether the cluster was not reached, or was too busy, which may pass. */
    static boolean mayPass(KubernetesClientException failure) {
        return failure.getCode() <= 0 || failure.getCode() == 429 || failure.getCode() >= 500;
    }

    /** The cluster's own words, else those of the deepest cause that has any. */
    private static String words(KubernetesClientException failure) {
        if (failure.getStatus() != null && failure.getStatus().getMessage() != null) {
            return failure.getStatus().getMessage();
        }
        String words = String.valueOf(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return "the connection is refused";
            }
            if (cause.getMessage() != null) {
                words = cause.getMessage();
            }
        }
        return words;
    }
}
