package dev.coppice.runner.build.debian;

import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The package files of a store, by their SHA-256, shared by all layers and projects. */
final class PackagePool {

    /** Where they are in the store's cache. */
    static final String NAME = "packages";

    /** More connections to one mirror are not polite, and hardly quicker. */
    private static final int CONNECTIONS = 4;

    private static final int NAMED = 5;

    private final Path directory;
    private final DownloadCache downloads;
    private final Executor executor;

    PackagePool(Store store, Map<String, String> environment, Executor executor) {
        this.directory = store.root().resolve("cache").resolve(NAME);
        this.downloads = new DownloadCache(directory, environment);
        this.executor = executor;
    }

    Path directory() {
        return directory;
    }

    /** Packages that are not here, or not whole. */
    List<LockedPackage> missing(List<LockedPackage> packages) {
        return packages.stream().filter(one -> !has(one)).toList();
    }

    /** The script that installs a package checks its hash. */
    private boolean has(LockedPackage one) {
        Path file = directory.resolve(one.sha256());
        try {
            return Files.isRegularFile(file) && Files.size(file) == one.size();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Downloads what is not here, and checks it.
     *
     * @param offline whether nothing may be downloaded
     * @throws ProblemException when a package cannot be had
     */
    void need(
            List<LockedPackage> packages,
            boolean offline,
            Path scratch,
            JobStep step,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        List<LockedPackage> missing = missing(packages);
        if (missing.isEmpty()) {
            return;
        }
        if (offline) {
            throw notHere(missing);
        }
        Files.createDirectories(directory);
        long bytes = missing.stream().mapToLong(LockedPackage::size).sum();
        step.log("downloading " + missing.size() + " packages, " + bytes + " bytes");
        Queue<LockedPackage> queue = new ConcurrentLinkedQueue<>(missing);
        AtomicInteger done = new AtomicInteger();
        Cancellation stop = new Cancellation();
        try (var _ = cancellation.onCancel(stop::cancel)) {
            Lanes lanes = new Lanes(executor, stop);
            for (int i = 0; i < Math.min(CONNECTIONS, missing.size()); i++) {
                lanes.start(
                        () -> {
                            for (var one = queue.poll(); one != null; one = queue.poll()) {
                                stop.check();
                                download(one, scratch, stop);
                                int count = done.incrementAndGet();
                                step.progress(
                                        (double) count / missing.size(),
                                        "downloaded " + count + " of " + missing.size());
                            }
                        });
            }
            lanes.await();
        }
        step.progress(-1, "downloaded " + missing.size() + " packages");
    }

    private void download(LockedPackage one, Path scratch, Cancellation stop)
            throws IOException, InterruptedException {
        try {
            downloads.get(
                    new DownloadCache.Wanted(
                            "the package " + one.name() + " " + one.version(),
                            one.url(),
                            one.sha256()),
                    scratch,
                    (_, _) -> {},
                    stop);
        } catch (ProblemException e) {
            if (e.problem().code().equals("download-failed")) {
                throw new ProblemException(
                        "package-not-downloaded",
                        e.problem().message(),
                        "Check the connection to the mirror. Archives drop a version once there is"
                                + " a newer one: coppice update shows what would change, and moves"
                                + " the lock.");
            }
            if (e.problem().code().equals("hash-wrong")) {
                throw new ProblemException(
                        "package-hash-wrong",
                        "The archive gives another file for "
                                + one.name()
                                + " "
                                + one.version()
                                + " than the one that was locked: "
                                + one.url()
                                + ".",
                        "Do not use the file. Something between the archive and this computer may"
                                + " have changed it; try another network or mirror. If the archive"
                                + " itself was mended, coppice update shows it.");
            }
            throw e;
        }
    }

    private static ProblemException notHere(List<LockedPackage> missing) {
        String names =
                missing.stream()
                        .limit(NAMED)
                        .map(one -> one.name() + " " + one.version())
                        .collect(Collectors.joining(", "));
        int more = missing.size() - NAMED;
        return new ProblemException(
                "package-not-in-store",
                "The store lacks packages of the lock: "
                        + names
                        + (more > 0 ? " and " + more + " more" : "")
                        + ".",
                "Build once without --locked: that downloads exactly the packages of the lock.");
    }

    /**
     * Writes what the scripts read: a line for each package, with hash, size and name of the file.
     */
    static Path list(List<LockedPackage> packages, Path file) throws IOException {
        return Files.write(
                file,
                packages.stream()
                        .map(one -> one.sha256() + " " + one.size() + " " + one.file())
                        .toList());
    }
}
