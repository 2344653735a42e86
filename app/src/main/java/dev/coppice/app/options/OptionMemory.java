package dev.coppice.app.options;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionSource;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The options of NixOS that are in memory, for every project that is open. Thread-safe. */
public final class OptionMemory implements OptionSource {

    private final AtomicReference<NixOptions> table = new AtomicReference<>();

    /** Keeps a table in place of an older one. */
    public void put(NixOptions options) {
        table.set(options);
    }

    @Override
    public Optional<NixOptions> options() {
        return Optional.ofNullable(table.get());
    }
}
