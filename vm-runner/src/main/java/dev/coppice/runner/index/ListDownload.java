package dev.coppice.runner.index;

import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Downloads a file of an archive, and believes it only with the right SHA-256. */
final class ListDownload {

    private static final double MEGABYTE = 1e6;
    private static final int STEPS = 100;

    private final HttpDownload http;

    ListDownload(HttpDownload http) {
        this.http = http;
    }

    /**
     * Downloads a file.
     *
     * @param progress gets a fraction, negative when nobody knows, and words
     */
    void to(
            Path file,
            String url,
            String what,
            BiConsumer<Double, String> progress,
            Cancellation cancellation)
            throws InterruptedException {
        try {
            http.to(file, URI.create(url), new Meter(what, progress), cancellation);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    "index-unreachable",
                    "The list of packages could not be downloaded from "
                            + url
                            + ": "
                            + e.getMessage()
                            + ".",
                    "Check the network connection, the proxy settings, and base.mirror in the"
                            + " spec. Everything else works without the list.");
        }
    }

    /** Checks what was downloaded. */
    static void check(Path file, String digest, String url) throws IOException {
        if (!Digests.of(file).equals(digest)) {
            throw new ProblemException(
                    "index-damaged",
                    "What " + url + " gives is not what the release file promises.",
                    "The mirror may be in the middle of an update: try again in an hour, or use"
                            + " another one.");
        }
    }

    /** Tells of a download about a hundred times, not at every packet. */
    private static final class Meter implements HttpDownload.Progress {
        private final String what;
        private final BiConsumer<Double, String> progress;
        private long next;

        Meter(String what, BiConsumer<Double, String> progress) {
            this.what = what;
            this.progress = progress;
        }

        @Override
        public void at(long bytes, long total) {
            if (bytes >= next || bytes == total) {
                next = bytes + Math.max(total / STEPS, 1 << 16);
                String all =
                        total > 0
                                ? String.format(Locale.ROOT, " of %.1f MB", total / MEGABYTE)
                                : " MB";
                progress.accept(
                        total > 0 ? (double) bytes / total : -1,
                        String.format(Locale.ROOT, "%s: %.1f", what, bytes / MEGABYTE) + all);
            }
        }
    }
}
