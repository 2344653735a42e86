package dev.coppice.model.analysis;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.RawValues;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.Targets;

/** Binds what is kept as it is written. */
final class TargetsBinder {

    private TargetsBinder() {}

    static Targets targets(Bound.Fields targets) {
        return new Targets(raw(targets, "nixos"), raw(targets, "kairos"));
    }

    private static RawValue.Fields raw(Bound.Fields targets, String key) {
        return targets.raw(key).map(RawValues::of).orElseGet(RawValue.Fields::none);
    }
}
