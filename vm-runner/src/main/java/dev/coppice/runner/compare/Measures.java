package dev.coppice.runner.compare;

import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;
import dev.coppice.runner.compare.GenerationComparison.Topic;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Boot times and sizes: every row is shown, differences within the noise as equal. */
final class Measures {

    /** Two boots of one machine differ by so much, as a part of the longer. */
    private static final double NOISE = 0.1;

    private Measures() {}

    static Section boot(BootRecord before, BootRecord after) {
        var rows = new ArrayList<Row>();
        rows.add(time("power-on to ready", before.ready().toMillis(), after.ready().toMillis()));
        for (String phase : List.of("kernel", "userspace", "total")) {
            Long old = before.facts().boot().get(phase);
            Long fresh = after.facts().boot().get(phase);
            if (old != null && fresh != null) {
                rows.add(time(phase.equals("total") ? "boot finished" : phase, old, fresh));
            }
        }
        long old = before.facts().memoryUsedMiB();
        long fresh = after.facts().memoryUsedMiB();
        rows.add(
                row(
                        isNoise(old, fresh),
                        "memory in use",
                        old + " MiB",
                        fresh + " MiB",
                        String.format(Locale.ROOT, "%+d MiB", fresh - old)));
        return new Section(Topic.BOOT, rows, 0, note(before, after));
    }

    static Section size(Generation before, Generation after) {
        var rows = new ArrayList<Row>();
        for (LayerKind kind : LayerKind.values()) {
            Optional<LayerRef> old = layer(before, kind);
            Optional<LayerRef> fresh = layer(after, kind);
            if (old.isEmpty() && fresh.isEmpty()) {
                continue;
            }
            boolean same = old.map(LayerRef::digest).equals(fresh.map(LayerRef::digest));
            long difference =
                    fresh.map(LayerRef::bytes).orElse(0L) - old.map(LayerRef::bytes).orElse(0L);
            // This section is about size: what is inside a layer that was made again stands above.
            Kind how =
                    old.isEmpty()
                            ? Kind.ADDED
                            : fresh.isEmpty()
                                    ? Kind.REMOVED
                                    : difference == 0 ? Kind.SAME : Kind.CHANGED;
            rows.add(
                    new Row(
                            how,
                            kind.name().toLowerCase(Locale.ROOT) + " layer",
                            old.map(layer -> bytes(layer.bytes())).orElse(""),
                            fresh.map(layer -> bytes(layer.bytes())).orElse(""),
                            List.of(
                                    same
                                            ? "the same layer"
                                            : difference == 0
                                                    ? "another layer of the same size"
                                                    : signed(difference)),
                            Optional.empty()));
        }
        rows.add(
                row(
                        before.bytes() == after.bytes(),
                        "all layers",
                        bytes(before.bytes()),
                        bytes(after.bytes()),
                        signed(after.bytes() - before.bytes())));
        return new Section(Topic.SIZE, rows, 0, "");
    }

    private static Row time(String subject, long before, long after) {
        return row(
                isNoise(before, after),
                subject,
                seconds(before),
                seconds(after),
                String.format(Locale.ROOT, "%+.1f s", (after - before) / 1000.0));
    }

    private static Row row(
            boolean same, String subject, String before, String after, String difference) {
        return new Row(
                same ? Kind.SAME : Kind.CHANGED,
                subject,
                before,
                after,
                List.of(difference),
                Optional.empty());
    }

    private static boolean isNoise(long before, long after) {
        return Math.abs(after - before) <= NOISE * Math.max(before, after);
    }

    private static String note(BootRecord before, BootRecord after) {
        return before.accelerator().equals(after.accelerator())
                ? ""
                : "the boots ran under "
                        + before.accelerator()
                        + " and "
                        + after.accelerator()
                        + ": their times cannot be compared";
    }

    private static Optional<LayerRef> layer(Generation generation, LayerKind kind) {
        return generation.layers().stream().filter(layer -> layer.kind() == kind).findFirst();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static String signed(long bytes) {
        return (bytes < 0 ? "-" : "+") + bytes(Math.abs(bytes));
    }

    private static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
