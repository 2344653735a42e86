package dev.coppice.runner.nixos;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.NixRelease;
import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.nixos.OptionTable.Origin;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The options of the release of NixOS that exports are written for: kept on this computer, asked
 * for anew when they are old. They come from the channel, from Nix on this computer, or from a file
 * that somebody names.
 */
public final class OptionTables {

    /** Names another server that has the channels, such as a mirror. */
    public static final String MIRROR = "COPPICE_NIXOS_CHANNELS";

    private static final String CHANNELS = "https://channels.nixos.org";

    /** A stable channel moves every few days, its options hardly ever. */
    private static final Duration FRESH = Duration.ofDays(7);

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final double MEGABYTE = 1e6;

    private final OptionFile kept;
    private final String channels;
    private final HttpDownload http;
    private final NixEvaluation nix;
    private final JobRunner jobs;
    private final InstantSource clock;

    OptionTables(
            OptionFile kept,
            String channels,
            HttpDownload http,
            NixEvaluation nix,
            JobRunner jobs,
            InstantSource clock) {
        this.kept = kept;
        this.channels = channels;
        this.http = http;
        this.nix = nix;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * The tables of this computer.
     *
     * @param cache a directory for what can be had again
     * @param environment names the proxies and the server of the channels
     * @param executor runs what blocks
     */
    public static OptionTables of(
            Path cache,
            Map<String, String> environment,
            ProcessRunner processes,
            Executor executor) {
        String mirror = environment.getOrDefault(MIRROR, "").strip();
        return new OptionTables(
                new OptionFile(cache.resolve("nixos")),
                mirror.isEmpty() ? CHANNELS : mirror.replaceAll("/+$", ""),
                new HttpDownload(environment, SILENCE),
                new NixEvaluation(processes, environment),
                new JobRunner(executor),
                InstantSource.system());
    }

    /** What is kept; reads a file of about two megabytes, and takes up to a second. */
    public Optional<OptionTable> cached() {
        return kept.read(NixRelease.STABLE);
    }

    /** Whether a kept table needs no asking: a file that somebody named is wanted as it is. */
    public boolean fresh(OptionTable table) {
        return table.origin() == Origin.FILE
                || table.checked().isAfter(clock.instant().minus(FRESH));
    }

    /** Where the channel has its options. */
    public String address() {
        return channels + "/nixos-" + NixRelease.STABLE + "/options.json.br";
    }

    /** Downloads the options of the channel; the events tell how far that is. */
    public JobHandle<OptionTable> refresh(Consumer<JobEvent> events) {
        return start(
                "Options of NixOS " + NixRelease.STABLE,
                (context, step, scratch) -> {
                    Path file = scratch.resolve("options.json.br");
                    download(file, context, step);
                    return keep(file, Origin.CHANNEL, address(), step);
                },
                events);
    }

    /** Takes the options from a file: JSON as channels have it, also packed by gzip or brotli. */
    public JobHandle<OptionTable> load(Path file, Consumer<JobEvent> events) {
        return start(
                "Options of NixOS from a file",
                (context, step, scratch) -> {
                    if (!Files.isRegularFile(file)) {
                        throw new ProblemException(
                                "options-missing",
                                "There is no file " + file + ".",
                                "Name the options.json of a channel, or one that Nix has built.");
                    }
                    return keep(file, Origin.FILE, file.toString(), step);
                },
                events);
    }

    /** Lets Nix on this computer evaluate the options; takes minutes and up to 3 GB of memory. */
    public JobHandle<OptionTable> evaluate(Consumer<JobEvent> events) {
        return start(
                "Options of NixOS by Nix",
                (context, step, scratch) ->
                        keep(
                                nix.options(step, context.cancellation()),
                                Origin.EVALUATED,
                                nix.source(),
                                step),
                events);
    }

    /** Forgets what is kept. */
    public void forget() throws IOException {
        kept.delete(NixRelease.STABLE);
    }

    /** What a job does in a directory of its own. */
    @FunctionalInterface
    private interface Work {
        OptionTable in(JobContext context, JobStep step, Path scratch)
                throws IOException, InterruptedException;
    }

    private JobHandle<OptionTable> start(String title, Work work, Consumer<JobEvent> events) {
        return jobs.start(context -> run(title, work, context), events);
    }

    private static OptionTable run(String title, Work work, JobContext context)
            throws InterruptedException {
        try (JobStep step = context.begin("options", title)) {
            Path scratch = Files.createTempDirectory("coppice-options-");
            try {
                return work.in(context, step, scratch);
            } finally {
                Files.deleteIfExists(scratch.resolve("options.json.br"));
                Files.delete(scratch);
            }
        } catch (IOException e) {
            context.cancellation().check();
            throw new ProblemException(
                    "options-unusable",
                    "The options of NixOS could not be read or kept: " + e.getMessage() + ".",
                    "Check the file, and the space on the disk.");
        }
    }

    private void download(Path file, JobContext context, JobStep step) throws InterruptedException {
        step.progress(-1, "asking " + channels);
        try {
            http.to(
                    file,
                    URI.create(address()),
                    (bytes, total) ->
                            step.progress(
                                    total > 0 ? (double) bytes / total : -1,
                                    String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)),
                    context.cancellation());
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    "options-unreachable",
                    "The options of NixOS could not be downloaded from "
                            + address()
                            + ": "
                            + e.getMessage()
                            + ".",
                    "Check the network connection and the proxy settings, or take the options"
                            + " from a file. Everything else works without them.");
        }
    }

    private OptionTable keep(Path file, Origin origin, String source, JobStep step)
            throws IOException {
        step.progress(-1, "reading the options");
        String json = OptionFile.json(file);
        NixOptions options =
                NixOptions.parse(json)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                "options-wrong",
                                                source + " is no table of options of NixOS.",
                                                "It must be an options.json: an object with the"
                                                        + " type and description of each option."));
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var table = new OptionTable(NixRelease.STABLE, options, origin, source, now);
        kept.write(table, json);
        step.done(Files.size(file), options.all().size() + " options");
        return table;
    }
}
