package dev.coppice.app.cli;

import dev.coppice.app.Engines;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionSource;
import dev.coppice.runner.nixos.OptionTable;

import java.util.Map;
import java.util.Optional;

/**
 * The options of NixOS that are kept on this computer, read once, and only when a spec has settings
 * for NixOS. Nothing is downloaded: what a command finds must not depend on a network.
 */
final class KeptOptions implements OptionSource {

    private final Map<String, String> environment;
    private Optional<NixOptions> table = Optional.empty();
    private boolean read;

    KeptOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public synchronized Optional<NixOptions> options() {
        if (!read) {
            read = true;
            table = Engines.options(environment).cached().map(OptionTable::options);
        }
        return table;
    }
}
