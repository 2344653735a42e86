package dev.coppice.model.diff;

import dev.coppice.model.spec.SystemSpec;

import java.util.List;

/** Compares one part of two specs. */
interface Differ {

    /** Adds the differences of its part. */
    void diff(SystemSpec before, SystemSpec after, List<Change> changes);
}
