package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.ContainerUnits;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The layer with what comes from outside the distribution: bundles, and the images of containers.
 */
final class BundleLayer {

    private static final int PROGRAM = 0755;

    private final DownloadCache downloads;
    private final ScriptRun tools;

    BundleLayer(DownloadCache downloads, ScriptRun tools) {
        this.downloads = downloads;
        this.tools = tools;
    }

    /** Whether a spec has any of it. */
    static boolean needed(SystemSpec spec) {
        return !spec.software().bundles().isEmpty()
                || spec.containers().stream().anyMatch(c -> c.imageArchive().isPresent());
    }

    /**
     * @param files the project's files by path
     * @param place an empty directory
     */
    BundleTree make(
            SystemSpec spec,
            LowerSystem lower,
            Map<String, Path> files,
            Path place,
            JobStep step,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        BundleTree tree = new BundleTree(lower);
        for (Bundle bundle : spec.software().bundles()) {
            Path scratch = Files.createDirectory(place.resolve("bundle-" + bundle.name()));
            Path file = file(bundle, files, scratch, step, cancellation);
            step.progress(-1, "unpacking the bundle " + bundle.name());
            tree.add(bundle, unpack(bundle, file, scratch, step, cancellation));
        }
        for (Container container : spec.containers()) {
            container
                    .imageArchive()
                    .ifPresent(
                            archive ->
                                    tree.file(
                                            ContainerUnits.imagePath(container),
                                            files.get(archive),
                                            ConfigTree.FILE));
        }
        return tree;
    }

    private Path file(
            Bundle bundle,
            Map<String, Path> files,
            Path scratch,
            JobStep step,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        return switch (bundle.origin()) {
            case Bundle.FromProject(String source) -> files.get(source);
            case Bundle.Download(String url) ->
                    downloads.get(
                            new DownloadCache.Wanted(
                                    "the bundle " + bundle.name(),
                                    url,
                                    bundle.sha256().orElseThrow()),
                            scratch,
                            step::progress,
                            cancellation);
        };
    }

    private UnpackedFiles unpack(
            Bundle bundle, Path file, Path scratch, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        String name = fileName(bundle);
        if (!bundle.unpack() || !BundleArchive.isArchive(name)) {
            UnpackedFiles single = new UnpackedFiles(scratch, 0);
            try (InputStream bytes = Files.newInputStream(file)) {
                single.file(name, bytes, PROGRAM);
            }
            return single;
        }
        UnpackedFiles unpacked = new UnpackedFiles(scratch, bundle.strip());
        try {
            new BundleArchive(file, unpacked, tools, step, cancellation).unpack(name);
        } catch (IOException e) {
            throw BundleArchive.damaged(bundle.name(), name, e);
        }
        if (unpacked.entries().isEmpty()) {
            throw new ProblemException(
                    "bundle-empty",
                    "Nothing is left of the bundle "
                            + bundle.name()
                            + " when "
                            + bundle.strip()
                            + " leading directories are cut off.",
                    "Give strip a smaller number.");
        }
        return unpacked;
    }

    /** The name of a bundle's file, without the parameters of its URL. */
    static String fileName(Bundle bundle) {
        String path =
                switch (bundle.origin()) {
                    case Bundle.Download(String url) -> url.replaceFirst("[?#].*", "");
                    case Bundle.FromProject(String source) -> source;
                };
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? bundle.name() : name;
    }
}
