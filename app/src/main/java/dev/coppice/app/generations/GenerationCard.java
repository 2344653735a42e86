package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.model.diff.Change;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckResult.Verdict;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Marks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A generation as the page shows it.
 *
 * @param current whether it is marked current
 * @param previous the one before it, if it is still there
 * @param known what the spec says otherwise than the previous one's; absent while it is worked out
 */
public record GenerationCard(
        Generation generation,
        boolean current,
        Optional<Generation> previous,
        Optional<List<Change>> known) {

    private static final int NAMED = 3;

    public GenerationCard {
        known = known.map(List::copyOf);
    }

    /** The same with what changed. */
    GenerationCard with(List<Change> changes) {
        return new GenerationCard(generation, current, previous, Optional.of(changes));
    }

    /** What changed, as far as it is known. */
    public List<Change> changes() {
        return known.orElse(List.of());
    }

    /** {@code Generation 3}. */
    public String title() {
        return "Generation " + generation.number();
    }

    /** What people call it; empty for nothing. */
    public String label() {
        return generation.marks().label().orElse("");
    }

    /** Whether it must stay. */
    public boolean pinned() {
        return generation.marks().pinned();
    }

    /** {@code Branched from web 3}; empty when it was built here. */
    public String origin() {
        return generation
                .marks()
                .origin()
                .map(
                        origin ->
                                (origin.how() == Marks.How.BRANCHED ? "Branched" : "Imported")
                                        + " from "
                                        + origin.system()
                                        + " "
                                        + origin.number())
                .orElse("");
    }

    /** What changed, in one line. */
    public String summary() {
        if (previous.isEmpty() && !origin().isEmpty()) {
            return origin();
        }
        if (known.isEmpty()) {
            return "…";
        }
        if (previous.isEmpty()) {
            return generation.number() == 1
                    ? "The first generation"
                    : "The generation before it is gone";
        }
        List<Change> changes = changes();
        if (changes.isEmpty()) {
            return "The same settings as generation " + previous.get().number();
        }
        String named =
                changes.stream()
                        .limit(NAMED)
                        .map(GenerationCard::words)
                        .collect(Collectors.joining(", "));
        int rest = changes.size() - NAMED;
        return rest > 0 ? named + " and " + Human.count(rest, "more change") : named;
    }

    /** {@code hostname: web → mail}, {@code + package htop}. */
    static String words(Change change) {
        return switch (change.kind()) {
            case ADDED -> "+ " + change.label();
            case REMOVED -> "− " + change.label();
            case CHANGED -> {
                boolean shows = oneWord(change.before()) && oneWord(change.after());
                yield shows
                        ? change.label() + " " + change.before() + " → " + change.after()
                        : change.label() + " changed";
            }
        };
    }

    private static boolean oneWord(String value) {
        return !value.isEmpty() && value.length() <= 28 && value.indexOf('\n') < 0;
    }

    /** {@code 214 MB}. */
    public String size() {
        return Human.bytes(generation.bytes());
    }

    /** Size of what this build had to make. */
    public String made() {
        long bytes =
                generation.layers().stream()
                        .filter(l -> !l.reused())
                        .mapToLong(LayerRef::bytes)
                        .sum();
        return bytes == 0 ? "nothing new" : Human.bytes(bytes) + " new";
    }

    /** {@code built in 1.2 s}. */
    public String buildTime() {
        return "built in " + Human.duration(generation.buildTime());
    }

    /** {@code ready in 14 s}, or that it never booted. */
    public String bootTime() {
        return generation
                .boot()
                .map(b -> "ready in " + Human.duration(b.ready()))
                .orElse("never booted");
    }

    /** {@code 3/3 checks}; empty without any result. */
    public String checks() {
        List<CheckResult> results = results();
        return results.isEmpty() ? "" : passed(results) + "/" + results.size() + " checks";
    }

    /** Whether some check did not pass. */
    public boolean checksFailed() {
        List<CheckResult> results = results();
        return passed(results) < results.size();
    }

    private List<CheckResult> results() {
        return generation.boot().map(b -> b.checks()).orElse(List.of());
    }

    private static long passed(List<CheckResult> results) {
        return results.stream().filter(r -> r.verdict() == Verdict.PASSED).count();
    }
}
