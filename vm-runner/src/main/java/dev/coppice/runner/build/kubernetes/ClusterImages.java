package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.BuildTarget.Cluster;
import dev.coppice.runner.build.BuildTarget.Medium;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.build.foreign.ExportTree;
import dev.coppice.runner.build.foreign.ImageMaker;
import dev.coppice.runner.build.foreign.Workshop;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Digests;

import io.fabric8.kubernetes.client.KubernetesClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes disks and discs of Kairos where the request wants them made: in a Kubernetes cluster with
 * the Kairos operator, or on this computer.
 */
public final class ClusterImages implements ImageMaker {

    /** Names of a build's parts are longer by a suffix, and labels have at most 63 characters. */
    private static final int LONGEST = 40;

    private static final int RANDOM = 6;

    private final ImageMaker local;
    private final ClusterAccess access;
    private final ClusterTimes times;

    /**
     * @param local makes what is not made in a cluster
     */
    public ClusterImages(ImageMaker local, ClusterAccess access, ClusterTimes times) {
        this.local = local;
        this.access = access;
        this.times = times;
    }

    private static Optional<Cluster> cluster(BuildRequest request) {
        return request.target() instanceof BuildTarget.Kairos kairos
                ? kairos.cluster()
                : Optional.empty();
    }

    @Override
    public String title(BuildRequest request) {
        return local.title(request) + (cluster(request).isPresent() ? ", in the cluster" : "");
    }

    @Override
    public String history(BuildRequest request) {
        return local.history(request) + (cluster(request).isPresent() ? " kubernetes" : "");
    }

    @Override
    public Product make(BuildRequest request, Workshop workshop)
            throws IOException, InterruptedException {
        if (request.target() instanceof BuildTarget.Kairos target && target.cluster().isPresent()) {
            return made(request, target, target.cluster().get(), workshop);
        }
        return local.make(request, workshop);
    }

    private Product made(
            BuildRequest request, BuildTarget.Kairos target, Cluster cluster, Workshop workshop)
            throws IOException, InterruptedException {
        String name = name(request.spec().name());
        ArtifactManifest manifest = manifest(request, target, cluster, workshop, name);
        Path file = workshop.directory().resolve("fetched");
        workshop.tell("Asking the cluster");
        try (KubernetesClient client = access.open(cluster)) {
            workshop.step().log("Cluster: " + client.getMasterUrl());
            workshop.step().log("OSArtifact: " + client.getNamespace() + "/" + name);
            ClusterCheck.check(client);
            try (var remote = new RemoteBuild(client, manifest, workshop.step(), cluster.keep())) {
                remote.start();
                new ArtifactRun(client, workshop, times, name).follow();
                new ArtifactFetch(client, workshop, times, remote.artifact())
                        .fetch(ArtifactManifest.file(target.medium(), name), file);
            }
        }
        var inputs =
                CanonicalInputs.of(
                        Map.of(
                                "kind",
                                "kairos",
                                "medium",
                                target.medium().name(),
                                "sha256",
                                Digests.of(file)));
        return new Product(
                inputs, image(target.medium()), to -> toStore(workshop, target.medium(), file, to));
    }

    private static BootImage image(Medium medium) {
        return switch (medium) {
            case RAW -> new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.UEFI);
            case ISO -> new BootImage(BootImage.Format.ISO, BootImage.Firmware.BIOS);
        };
    }

    private static ArtifactManifest manifest(
            BuildRequest request,
            BuildTarget.Kairos target,
            Cluster cluster,
            Workshop workshop,
            String name)
            throws IOException {
        var wish = new ArtifactManifest.Wish(target.export(), target.medium(), name);
        if (cluster.image().isPresent()) {
            return ArtifactManifest.ofImage(wish, cluster.image().get());
        }
        workshop.tell("Packing the files of the image");
        Path folder = workshop.directory().resolve("image");
        ExportTree.write(target.export(), request.project(), folder);
        return ArtifactManifest.ofDockerfile(wish, BuildContext.pack(folder));
    }

    /** A build is one resource, so each has a name of its own. */
    private static String name(String system) {
        String start = system.substring(0, Math.min(LONGEST, system.length()));
        return (start + "-" + UUID.randomUUID().toString().substring(0, RANDOM))
                .replaceAll("-+", "-");
    }

    private static void toStore(Workshop workshop, Medium medium, Path from, Path to)
            throws InterruptedException {
        switch (medium) {
            case RAW -> {
                workshop.tell("Bringing the disk into the store");
                workshop.copyDisk(from, to);
            }
            case ISO -> {
                workshop.tell("Bringing the disc into the store");
                workshop.copy(Command.of("mv", from.toString(), to.toString()));
            }
        }
    }
}
