package dev.coppice.runner.store;

import java.util.List;

/**
 * What was collected, or would be.
 *
 * @param generations those that were deleted
 * @param layers how many layers went
 * @param files how many project files went
 * @param freedBytes what the disk got back
 * @param notes what stayed although it looks as if it could go, and why; for people
 */
public record Collected(
        List<Generation> generations, int layers, int files, long freedBytes, List<String> notes) {

    public Collected {
        generations = List.copyOf(generations);
        notes = List.copyOf(notes);
    }
}
