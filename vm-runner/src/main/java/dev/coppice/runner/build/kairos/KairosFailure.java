package dev.coppice.runner.build.kairos;

import dev.coppice.runner.job.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a failure of a container engine, or of what runs in it, means. */
final class KairosFailure {

    private record Cause(String words, String code, String message, String hint) {}

    private static final List<Cause> CAUSES =
            List.of(
                    new Cause(
                            "no space left on device",
                            "disk-full",
                            "The disk is full",
                            "Free some space: images that are no longer used go with podman system"
                                    + " prune or docker system prune."),
                    new Cause(
                            "cannot connect to the docker daemon",
                            "tool-engine-stopped",
                            "The daemon of docker does not answer",
                            "Start it with sudo systemctl start docker, or install podman, which"
                                    + " needs none."),
                    new Cause(
                            "permission denied while trying to connect",
                            "tool-engine-forbidden",
                            "You may not use the daemon of docker",
                            "sudo usermod --append --groups docker $USER, then log in anew; or"
                                    + " install podman, which needs no daemon."),
                    new Cause(
                            "unable to locate package",
                            "package-unknown",
                            "The base image's distribution does not have a package",
                            "The lines above name it: see the names under packages."),
                    new Cause(
                            "temporary failure in name resolution",
                            "network-unreachable",
                            "The network is not reached",
                            "Check the network and https_proxy; images come from quay.io and"
                                    + " docker.io."),
                    new Cause(
                            "no such host",
                            "network-unreachable",
                            "A registry is not reached",
                            "Check the network and https_proxy; images come from quay.io and"
                                    + " docker.io."),
                    new Cause(
                            "pinging container registry",
                            "network-unreachable",
                            "A registry is not reached",
                            "Check the network and https_proxy; images come from quay.io and"
                                    + " docker.io."),
                    new Cause(
                            "subuid",
                            "namespaces-unavailable",
                            "The engine cannot make the namespaces that a build runs in",
                            "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535"
                                    + " $USER, then podman system migrate."));

    private KairosFailure() {}

    /**
     * @param what what was being done, {@code build the image}
     */
    static Problem of(String what, String how, List<String> lines) {
        String all = String.join("\n", lines).toLowerCase(Locale.ROOT);
        Optional<Cause> cause = CAUSES.stream().filter(c -> all.contains(c.words())).findFirst();
        return cause.map(it -> new Problem(it.code(), it.message() + ".", it.hint(), lines))
                .orElseGet(
                        () ->
                                new Problem(
                                        "kairos-build-failed",
                                        "It was not possible to " + what + ": the engine " + how,
                                        "Its last lines are above.",
                                        lines));
    }
}
