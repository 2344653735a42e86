package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The locks of projects: {@code system.lock.json} beside the spec. What a lock does not cover is
 * chosen by apt, and written to it. A store remembers for a day what was chosen, so that projects
 * with the same wishes share their layers.
 */
final class Locks {

    private static final Duration REMEMBERED = Duration.ofDays(LockResolver.LISTS_DAYS);
    private static final String STEP = "lock";

    private final Store store;
    private final LockResolver resolver;
    private final HostCheck host;

    Locks(Store store, LockResolver resolver, HostCheck host) {
        this.store = store;
        this.resolver = resolver;
        this.host = host;
    }

    static Path file(BuildRequest request) {
        return request.project().resolve(SystemLock.FILE);
    }

    /** What is known without asking apt; layers that nothing is known of are left out. */
    SystemLock known(BuildRequest request, ProjectSources sources) {
        SystemLock lock;
        try {
            lock = own(request);
        } catch (IOException e) {
            // The build says what is wrong with it.
            lock = empty(request.spec());
        }
        return request.locked() ? lock : remembered(lock, request.spec(), sources);
    }

    private static SystemLock empty(SystemSpec spec) {
        return SystemLock.empty(spec.base().release(), DebianRecipe.ARCHITECTURE);
    }

    private static SystemLock own(BuildRequest request) throws IOException {
        SystemLock none = empty(request.spec());
        return LockFile.read(file(request))
                .filter(lock -> lock.release().equals(none.release()))
                .filter(lock -> lock.architecture().equals(none.architecture()))
                .orElse(none);
    }

    private SystemLock remembered(SystemLock own, SystemSpec spec, ProjectSources sources) {
        SystemLock lock = own;
        for (LayerKind kind : Wishes.layers(spec)) {
            String asked = Wishes.of(kind, spec, sources, lock);
            if (lock.layer(kind, asked).isEmpty()) {
                Optional<SystemLock> memory = recall(asked);
                Optional<LockedLayer> layer = memory.flatMap(one -> one.layer(kind, asked));
                if (layer.isPresent() && agrees(layer.get(), lock.layer(kind))) {
                    lock = lock.with(layer.get());
                    lock = lock.suites().isEmpty() ? lock.from(memory.get().suites()) : lock;
                }
            }
        }
        return lock;
    }

    /** Whether no package of both would get another version. */
    private static boolean agrees(LockedLayer memory, Optional<LockedLayer> locked) {
        Map<String, String> versions = new TreeMap<>();
        locked.ifPresent(
                layer -> layer.packages().forEach(one -> versions.put(one.name(), one.version())));
        return memory.packages().stream()
                .allMatch(
                        one ->
                                versions.getOrDefault(one.name(), one.version())
                                        .equals(one.version()));
    }

    private static List<LayerKind> open(SystemLock lock, SystemSpec spec, ProjectSources sources) {
        List<LayerKind> result = new ArrayList<>();
        for (LayerKind kind : Wishes.layers(spec)) {
            boolean below = kind == LayerKind.PACKAGES && result.contains(LayerKind.BASE);
            if (below || lock.layer(kind, Wishes.of(kind, spec, sources, lock)).isEmpty()) {
                result.add(kind);
            }
        }
        return result;
    }

    /**
     * The lock that a build uses; written to the project when it was not there or did not cover the
     * spec.
     *
     * @throws ProblemException when only the project's lock will do, and does not
     */
    SystemLock obtain(BuildRequest request, ProjectSources sources, JobContext job, Path place)
            throws IOException, InterruptedException {
        SystemSpec spec = request.spec();
        SystemLock own;
        try {
            own = own(request);
        } catch (IOException e) {
            throw new ProblemException(
                    "lock-damaged",
                    "The lock of the project cannot be used: " + e.getMessage() + ".",
                    "Take it from your version control again, or delete it: the next build chooses"
                            + " the packages anew.");
        }
        SystemLock lock = request.locked() ? own : remembered(own, spec, sources);
        List<LayerKind> open = open(lock, spec, sources);
        if (request.locked() && !open.isEmpty()) {
            throw uncovered(request, open);
        }
        if (!open.isEmpty()) {
            lock = resolve(new LockResolver.Wanted(spec, sources, open, lock, false), job, place);
        }
        lock = lock.only(Wishes.layers(spec));
        if (!request.locked() && !lock.equals(own)) {
            write(lock, request, job);
        }
        return lock;
    }

    private static ProblemException uncovered(BuildRequest request, List<LayerKind> open) {
        boolean there = Files.exists(file(request));
        return new ProblemException(
                there ? "lock-outdated" : "lock-missing",
                there
                        ? "The lock was made for other packages than the spec asks for now ("
                                + open.getFirst().name().toLowerCase(Locale.ROOT)
                                + " layer)."
                        : "The project has no " + SystemLock.FILE + ".",
                "Build once without --locked: that adds what is missing to the lock.");
    }

    /** What the newest versions would be; changes nothing. */
    LockUpdate update(BuildRequest request, ProjectSources sources, JobContext job)
            throws InterruptedException {
        try (ScratchDirectory scratch = store.scratch()) {
            SystemLock own = own(request);
            List<LayerKind> all = Wishes.layers(request.spec());
            SystemLock newest =
                    resolve(
                            new LockResolver.Wanted(request.spec(), sources, all, own, true),
                            job,
                            scratch.path());
            return new LockUpdate(file(request), own, newest);
        } catch (IOException e) {
            throw new ProblemException(
                    "update-failed",
                    "The newest versions could not be found out: " + e.getMessage() + ".",
                    "Try again; nothing was changed.");
        }
    }

    private SystemLock resolve(LockResolver.Wanted wanted, JobContext job, Path place)
            throws IOException, InterruptedException {
        host.checkResolver();
        try (JobStep step = job.begin(STEP, "Choose versions of packages")) {
            try {
                SystemLock lock =
                        resolver.resolve(
                                wanted,
                                Files.createDirectory(place.resolve(STEP)),
                                step,
                                job.cancellation());
                for (LayerKind kind : wanted.kinds()) {
                    remember(lock, kind);
                }
                step.done(0, wanted.fresh() ? "an update was asked for" : "not locked yet");
                return lock;
            } catch (ProblemException e) {
                step.failed(e.problem().message());
                throw e;
            }
        }
    }

    private void write(SystemLock lock, BuildRequest request, JobContext job) {
        try {
            LockFile.write(lock, file(request));
        } catch (IOException e) {
            job.tell(
                    new JobEvent.LogLine(
                            STEP,
                            "warning: "
                                    + file(request)
                                    + " could not be written ("
                                    + e.getMessage()
                                    + "); the generation keeps the lock"));
        }
    }

    private Path memory(String asked) throws IOException {
        return store.cache("locks").resolve(asked + ".json");
    }

    private Optional<SystemLock> recall(String asked) {
        try {
            Path file = memory(asked);
            if (!Files.exists(file)
                    || Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(Instant.now().minus(REMEMBERED))) {
                return Optional.empty();
            }
            return LockFile.read(file);
        } catch (IOException e) {
            // A memory that cannot be read is none.
            return Optional.empty();
        }
    }

    private void remember(SystemLock lock, LayerKind kind) throws IOException {
        LockedLayer layer = lock.layer(kind).orElseThrow();
        LockFile.write(lock.only(List.of(kind)), memory(layer.asked()));
    }
}
