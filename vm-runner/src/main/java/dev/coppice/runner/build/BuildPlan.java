package dev.coppice.runner.build;

import java.time.Duration;
import java.util.List;

/**
 * What a build will do, before it does it.
 *
 * @param steps lowest layer first
 * @param expected wall-clock time of the whole build
 */
public record BuildPlan(List<BuildStep> steps, Duration expected) {

    public BuildPlan {
        steps = List.copyOf(steps);
    }
}
