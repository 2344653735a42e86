package dev.coppice.runner.job;

import java.util.List;

/**
 * A failure of the world, for people.
 *
 * @param code stable short name, {@code mirror-unreachable}
 * @param message what happened, and where
 * @param hint what to do next
 * @param log the last lines that explain it, possibly none
 */
public record Problem(String code, String message, String hint, List<String> log) {

    public Problem {
        log = List.copyOf(log);
    }
}
