package dev.coppice.app.cli;

import dev.coppice.runner.build.BuildTarget.Cluster;
import dev.coppice.runner.store.Target;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Where Kairos is built. */
final class ClusterOptions {

    /** A place where images are made. */
    enum Place {
        LOCAL,
        KUBERNETES
    }

    @Option(
            names = "--on",
            paramLabel = "local|kubernetes",
            description =
                    "With --target kairos: build on this computer, or in the Kubernetes cluster of"
                            + " the kubeconfig, which needs the Kairos operator (default: kairos.on"
                            + " of builds.properties, else local).")
    private Place place;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context of the kubeconfig (default: its current one).")
    private String context;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "The namespace of the build (default: that of the context).")
    private String namespace;

    @Option(
            names = "--image",
            paramLabel = "REF",
            description =
                    "An image of Kairos that a registry has already, as build.sh push of the export"
                            + " sends it (default: the cluster builds it).")
    private String image;

    @Option(
            names = "--keep-remote",
            description = "Leave in the cluster what the build made there.")
    private boolean keep;

    /**
     * The cluster that is asked for.
     *
     * @param usual that of the user's settings
     * @throws CliFailure when options do not go together
     */
    Optional<Cluster> from(Optional<Cluster> usual, Target target) {
        boolean asked = place == Place.KUBERNETES;
        if (asked && target != Target.KAIROS) {
            throw wrong("--on kubernetes builds Kairos", "Add --target kairos.");
        }
        if (place == Place.LOCAL || !asked && usual.isEmpty()) {
            if (context != null || namespace != null || image != null || keep) {
                throw wrong(
                        "--context, --namespace, --image and --keep-remote are about a cluster",
                        "Add --on kubernetes.");
            }
            return Optional.empty();
        }
        Cluster known = usual.orElseGet(Cluster::current);
        return Optional.of(
                new Cluster(
                        Optional.ofNullable(context).or(known::context),
                        Optional.ofNullable(namespace).or(known::namespace),
                        Optional.ofNullable(image).or(known::image),
                        keep));
    }

    private static CliFailure wrong(String what, String hint) {
        return new CliFailure(ExitCode.USAGE, "options", what, hint);
    }
}
