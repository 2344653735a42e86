package dev.coppice.runner.build;

import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.TimingHistory.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns recipes into a plan, from what the store and its history know. Pure. */
public final class BuildPlanner {

    private BuildPlanner() {}

    /**
     * @param recipes lowest layer first
     */
    public static BuildPlan plan(List<LayerRecipe> recipes, Knowledge knowledge) {
        List<BuildStep> steps = recipes.stream().map(r -> step(r, knowledge)).toList();
        return new BuildPlan(steps, expected(steps));
    }

    private static BuildStep step(LayerRecipe recipe, Knowledge knowledge) {
        Optional<Long> cached = knowledge.bytes(recipe.digest());
        Forecast forecast = forecast(recipe, knowledge);
        return new BuildStep(
                recipe.kind(),
                recipe.title(),
                recipe.digest(),
                cached.isPresent(),
                cached.isPresent() ? "same inputs" : why(recipe, knowledge),
                cached.isPresent() ? Duration.ZERO : forecast.time(),
                cached.orElse(forecast.bytes()));
    }

    private static String why(LayerRecipe recipe, Knowledge knowledge) {
        Optional<CanonicalInputs> before = knowledge.previous(recipe.kind());
        if (before.isEmpty()) {
            return "made for the first time";
        }
        List<String> changed = new ArrayList<>(recipe.inputs().differences(before.get()));
        if (changed.isEmpty()) {
            return "its image is no longer in the store";
        }
        // Other packages have other versions.
        if (changed.size() > 1) {
            changed.remove(LayerRecipe.VERSIONS);
        }
        // A layer that rests on another is always made anew with it; the rest says more.
        if (changed.size() > 1 && changed.remove("parent")) {
            changed.add("the layer below");
        }
        changed.replaceAll(topic -> topic.equals("parent") ? "the layer below" : topic);
        return "changed: " + String.join(", ", changed);
    }

    /** Kernel and base are made side by side; the others wait for what is below them. */
    private static Duration expected(List<BuildStep> steps) {
        Duration side = Duration.ZERO;
        Duration rest = Duration.ZERO;
        for (BuildStep step : steps) {
            if (step.kind() == LayerKind.KERNEL || step.kind() == LayerKind.BASE) {
                side = side.compareTo(step.expected()) < 0 ? step.expected() : side;
            } else {
                rest = rest.plus(step.expected());
            }
        }
        return side.plus(rest);
    }

    private static Forecast forecast(LayerRecipe recipe, Knowledge knowledge) {
        Optional<Sample> known = knowledge.history(recipe.history());
        if (known.isPresent()) {
            return new Forecast(
                    Duration.ofMillis(known.get().millis() * recipe.parts()),
                    known.get().bytes() * recipe.parts());
        }
        Forecast usual = DEFAULTS.get(recipe.kind());
        return new Forecast(
                usual.time().multipliedBy(recipe.parts()), usual.bytes() * recipe.parts());
    }

    /** What an ordinary host with an ordinary connection needs, for one part. */
    private static final Map<LayerKind, Forecast> DEFAULTS =
            Map.of(
                    LayerKind.KERNEL, new Forecast(Duration.ofSeconds(15), 115_000_000),
                    LayerKind.BASE, new Forecast(Duration.ofSeconds(30), 85_000_000),
                    LayerKind.PACKAGES, new Forecast(Duration.ofSeconds(5), 12_000_000),
                    LayerKind.BUNDLES, new Forecast(Duration.ofSeconds(5), 10_000_000),
                    LayerKind.CONFIG, new Forecast(Duration.ofMillis(150), 20_000),
                    LayerKind.IMAGE, new Forecast(Duration.ofMinutes(10), 2_000_000_000));

    /** What a layer takes on an ordinary host, until it has been made on this one. */
    public static Duration usualTime(LayerKind kind) {
        return DEFAULTS.get(kind).time();
    }

    private record Forecast(Duration time, long bytes) {}

    /** What the store knows. */
    public interface Knowledge {

        /** The size of the layer with a digest, if it is there. */
        Optional<Long> bytes(String digest);

        /** What the system's newest generation used for a layer. */
        Optional<CanonicalInputs> previous(LayerKind kind);

        /** The median of the last times and sizes of a step, for one part. */
        Optional<Sample> history(String subject);
    }
}
