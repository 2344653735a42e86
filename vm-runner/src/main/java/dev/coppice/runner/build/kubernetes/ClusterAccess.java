package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.build.BuildTarget.Cluster;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the cluster of a user as kubectl does: the files of {@code KUBECONFIG}, else {@code
 * ~/.kube/config}, else the account of the pod that this program runs in.
 */
public final class ClusterAccess {

    private static final Path POD_TOKEN =
            Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    private final Map<String, String> environment;

    /**
     * @param environment names the files and the user's home
     */
    public ClusterAccess(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Looks whether a user's cluster can build.
     *
     * @param ask whether to ask the cluster itself
     * @return its address; empty when no kubeconfig is there
     * @throws ProblemException when it cannot
     */
    public Optional<String> examine(boolean ask) {
        if (files().isEmpty()) {
            return Optional.empty();
        }
        try (KubernetesClient client = open(Cluster.current())) {
            if (ask) {
                ClusterCheck.check(client);
            }
            return Optional.of(client.getMasterUrl().toString());
        }
    }

    /** The files that are there, the first one wins. */
    private List<File> files() {
        String named = environment.getOrDefault("KUBECONFIG", "");
        var files = new ArrayList<File>();
        if (named.isBlank()) {
            String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
            files.add(Path.of(home, ".kube", "config").toFile());
        } else {
            for (String path : named.split(File.pathSeparator)) {
                files.add(new File(path));
            }
        }
        files.removeIf(file -> !file.isFile());
        return files;
    }

    /**
     * A connection to the cluster; nothing is asked yet.
     *
     * @throws ProblemException when no cluster is named, or not the one that is wanted
     */
    KubernetesClient open(Cluster cluster) {
        Config config = files().isEmpty() ? podAccount() : fromFiles(cluster);
        cluster.namespace().ifPresent(config::setNamespace);
        if (config.getNamespace() == null || config.getNamespace().isBlank()) {
            config.setNamespace("default");
        }
        // Waiting for a cluster that does not answer is a decision of the build.
        config.setRequestRetryBackoffLimit(2);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }

    private Config podAccount() {
        if (!Files.isReadable(POD_TOKEN)) {
            throw new ProblemException(
                    "cluster-unknown",
                    "No kubeconfig names a Kubernetes cluster.",
                    "Put one at ~/.kube/config, or name it in KUBECONFIG; kubectl get nodes shows"
                            + " whether it works.");
        }
        return Config.autoConfigure(null);
    }

    private Config fromFiles(Cluster cluster) {
        List<File> files = files();
        var parsed = new ArrayList<io.fabric8.kubernetes.api.model.Config>();
        for (File file : files) {
            parsed.add(parse(file));
        }
        List<String> names =
                parsed.stream()
                        .flatMap(config -> config.getContexts().stream())
                        .map(context -> context.getName())
                        .distinct()
                        .toList();
        String wanted = cluster.context().orElseGet(() -> current(parsed));
        if (!names.contains(wanted)) {
            throw new ProblemException(
                    "cluster-context-unknown",
                    wanted.isEmpty()
                            ? "The kubeconfig has no current context."
                            : "The kubeconfig has no context " + wanted + ".",
                    names.isEmpty()
                            ? "It names no context at all: " + files.getFirst()
                            : "It has "
                                    + String.join(", ", names)
                                    + ": choose one with --context.");
        }
        Config config = Config.empty();
        Config.configFromSysPropsOrEnvVars(config);
        KubeConfigUtils.merge(
                config, wanted, parsed.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
        return config;
    }

    private static String current(List<io.fabric8.kubernetes.api.model.Config> parsed) {
        return parsed.stream()
                .map(config -> config.getCurrentContext())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static io.fabric8.kubernetes.api.model.Config parse(File file) {
        io.fabric8.kubernetes.api.model.Config config = null;
        RuntimeException cause = null;
        try {
            config = KubeConfigUtils.parseConfig(file);
        } catch (RuntimeException e) {
            cause = e;
        }
        if (config == null) {
            throw new ProblemException(
                    new Problem(
                            "cluster-config-unreadable",
                            "The kubeconfig " + file + " cannot be read.",
                            "kubectl config view shows what is wrong with it.",
                            List.of()),
                    cause);
        }
        return config;
    }
}
