package dev.coppice.runner.fetch;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Files from the network, kept under their SHA-256: what is here once is never downloaded again,
 * whatever its URL. A file appears by one rename after it was checked and synced.
 */
public final class DownloadCache {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int MEGABYTE = 1_000_000;

    private final Path directory;
    private final HttpDownload http;

    /**
     * @param directory may be emptied at any time, but not while a file of it is read
     * @param environment names the proxies, as {@code https_proxy}
     */
    public DownloadCache(Path directory, Map<String, String> environment) {
        this(directory, new HttpDownload(environment, SILENCE));
    }

    DownloadCache(Path directory, HttpDownload http) {
        this.directory = directory;
        this.http = http;
    }

    /**
     * What to get.
     *
     * @param what for people, {@code the bundle hugo}
     * @param url an {@code https:} or {@code http:} URL
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record Wanted(String what, String url, String sha256) {

        /** The URL without a name and a password, which are nobody else's business. */
        private String shown() {
            return url.replaceFirst("//[^/@]*@", "//");
        }
    }

    /**
     * The file with a hash, downloaded when it is not here.
     *
     * @param scratch a directory on the same file system, for what is not whole yet
     * @param progress a fraction of 1, negative when nobody knows, and a text for people
     * @throws ProblemException when it cannot be had, or is another file
     */
    public Path get(
            Wanted wanted,
            Path scratch,
            BiConsumer<Double, String> progress,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        Path file = directory.resolve(wanted.sha256());
        // Looked at each time: a disk may have spoilt it since.
        if (Files.isRegularFile(file) && Digests.of(file).equals(wanted.sha256())) {
            return file;
        }
        Files.createDirectories(directory);
        Path temporary = scratch.resolve("download-" + UUID.randomUUID());
        try {
            download(wanted, temporary, new Meter(wanted.what(), progress), cancellation);
            String found = Digests.of(temporary);
            if (!found.equals(wanted.sha256())) {
                throw wrong(wanted, found);
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void download(Wanted wanted, Path file, Meter meter, Cancellation cancellation)
            throws InterruptedException {
        try {
            http.to(file, URI.create(wanted.url()), meter, cancellation);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    "download-failed",
                    capital(wanted.what())
                            + " could not be downloaded from "
                            + wanted.shown()
                            + ": "
                            + e.getMessage()
                            + ".",
                    "Check the URL and the network connection, then build again. What was"
                            + " downloaded before is kept.");
        }
    }

    private static ProblemException wrong(Wanted wanted, String found) {
        return new ProblemException(
                "hash-wrong",
                capital(wanted.what())
                        + " is another file than the spec says: the SHA-256 of what "
                        + wanted.shown()
                        + " gives is "
                        + found
                        + ", and sha256 is "
                        + wanted.sha256()
                        + ".",
                "Find out from the maker of the file which of the two is right. If it is the new"
                        + " one, put it under sha256 in the spec; if not, do not use the file.");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Tells of a download about a hundred times, not at every packet. */
    private static final class Meter implements HttpDownload.Progress {

        private static final int STEPS = 100;

        private final String what;
        private final BiConsumer<Double, String> progress;
        private long next;

        Meter(String what, BiConsumer<Double, String> progress) {
            this.what = what;
            this.progress = progress;
        }

        @Override
        public void at(long bytes, long total) {
            if (bytes < next && bytes != total) {
                return;
            }
            next = bytes + Math.max(total / STEPS, MEGABYTE / 10);
            progress.accept(
                    total > 0 ? (double) bytes / total : -1.0,
                    "downloading "
                            + what
                            + ": "
                            + megabytes(bytes)
                            + (total > 0 ? " of " + megabytes(total) : "")
                            + " MB");
        }

        private static String megabytes(long bytes) {
            return String.format(java.util.Locale.ROOT, "%.1f", (double) bytes / MEGABYTE);
        }
    }
}
