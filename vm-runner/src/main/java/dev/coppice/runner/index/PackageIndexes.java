package dev.coppice.runner.index;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The lists of packages of releases: kept on this computer, asked for anew when they are old. A
 * list is believed only with the SHA-256 that the release file says, and that file with its
 * signature where it can be checked.
 */
public final class PackageIndexes {

    /** A stable release changes every few weeks; once a day is plenty. */
    private static final Duration FRESH = Duration.ofDays(1);

    /** How long a mirror may say nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String LIST =
            Archive.COMPONENT + "/binary-" + Archive.ARCHITECTURE + "/Packages.xz";

    private final IndexFile kept;
    private final IndexTools tools;
    private final JobRunner jobs;
    private final InstantSource clock;

    PackageIndexes(IndexFile kept, IndexTools tools, JobRunner jobs, InstantSource clock) {
        this.kept = kept;
        this.tools = tools;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * The lists of this computer.
     *
     * @param cache a directory for what can be had again
     * @param environment names the proxies
     * @param executor runs the downloads, which block
     */
    public static PackageIndexes of(
            Path cache,
            Map<String, String> environment,
            ProcessRunner processes,
            Executor executor) {
        var tools =
                new IndexTools(
                        new ListDownload(new HttpDownload(environment, SILENCE)),
                        new ReleaseSignature(processes, ReleaseSignature.DEBIAN_KEYS));
        var kept = new IndexFile(cache.resolve("packages"));
        return new PackageIndexes(kept, tools, new JobRunner(executor), InstantSource.system());
    }

    /** What is kept of an archive; reads a file of a few megabytes. */
    public Optional<CachedIndex> cached(Archive archive) {
        return kept.read(archive);
    }

    /** Whether a kept list is new enough. */
    public boolean fresh(CachedIndex index) {
        return index.checked().isAfter(clock.instant().minus(FRESH));
    }

    /** Asks an archive for its list; the events tell how far that is. */
    public JobHandle<CachedIndex> refresh(Archive archive, Consumer<JobEvent> events) {
        return jobs.start(context -> inScratch(context, (c, s) -> list(archive, c, s)), events);
    }

    private CachedIndex list(Archive archive, JobContext context, Path scratch)
            throws IOException, InterruptedException {
        try (JobStep step = context.begin("packages", "List of packages")) {
            Release release = release(archive, context, scratch, step);
            String digest = digest(release, LIST, archive);
            Instant now = clock.instant();
            Optional<CachedIndex> old = kept.read(archive);
            if (old.filter(o -> o.listDigest().equals(digest)).isPresent()) {
                CachedIndex same = old.get().checkedAt(now, release.trust());
                kept.write(same);
                step.done(0, "the list has not changed");
                return same;
            }
            Path file = fetch(archive, LIST, digest, scratch, context, step);
            step.progress(-1, "reading the list");
            List<IndexedPackage> packages;
            try (BufferedReader in = reader(IndexTools.xz(file))) {
                packages = PackagesReader.read(in, context.cancellation());
            }
            var index = new PackageIndex(packages);
            var result = new CachedIndex(archive, index, now, release.trust(), digest);
            kept.write(result);
            step.done(Files.size(file), index.size() + " packages, " + release.trust().words());
            return result;
        }
    }

    private record Release(ReleaseFile file, Trust trust) {}

    private Release release(Archive archive, JobContext context, Path scratch, JobStep step)
            throws IOException, InterruptedException {
        Path signed = scratch.resolve("InRelease");
        String url = archive.url("InRelease");
        step.progress(-1, "asking " + archive.mirror());
        tools.download().to(signed, url, "release file", (f, words) -> {}, context.cancellation());
        ReleaseSignature.Checked checked =
                tools.signature().check(signed, scratch, context.cancellation());
        ReleaseFile file = ReleaseFile.parse(checked.text());
        if (!file.codename().equals(archive.release())) {
            throw new ProblemException(
                    "index-wrong-release",
                    url + " is not about " + archive.release() + ".",
                    "Check base.mirror and base.release in the spec.");
        }
        return new Release(file, checked.trust());
    }

    private static String digest(Release release, String path, Archive archive) {
        return release.file()
                .digest(path)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        "index-missing",
                                        archive.mirror() + " has no " + path + ".",
                                        "Use a mirror that has the whole archive."));
    }

    private Path fetch(
            Archive archive,
            String path,
            String digest,
            Path scratch,
            JobContext context,
            JobStep step)
            throws IOException, InterruptedException {
        Path file = scratch.resolve(path.replace('/', '-'));
        String url = archive.url(path);
        tools.download().to(file, url, step.name(), step::progress, context.cancellation());
        ListDownload.check(file, digest, url);
        return file;
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Work with a directory of its own that is gone afterwards. */
    @FunctionalInterface
    private interface Work {
        CachedIndex in(JobContext context, Path scratch) throws IOException, InterruptedException;
    }

    private CachedIndex inScratch(JobContext context, Work work) throws InterruptedException {
        try {
            Path scratch = Files.createTempDirectory("coppice-index-");
            try {
                return work.in(context, scratch);
            } finally {
                tools.remove(scratch);
            }
        } catch (IOException | UncheckedIOException e) {
            context.cancellation().check();
            throw new ProblemException(
                    "index-unusable",
                    "The list of packages could not be read or kept: " + e.getMessage() + ".",
                    "Check the space on the disk and try again.");
        }
    }
}
