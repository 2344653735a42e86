package dev.coppice.runner.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the store is. */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * @param option what the person said on the command line
     * @param environment of this process: {@code COPPICE_STORE}, {@code XDG_DATA_HOME}, {@code
     *     HOME}
     */
    public static Path of(Optional<Path> option, Map<String, String> environment) {
        return option.or(() -> directory(environment, "COPPICE_STORE"))
                .or(() -> directory(environment, "XDG_DATA_HOME").map(d -> d.resolve("coppice")))
                .orElseGet(
                        () ->
                                Path.of(
                                        environment.getOrDefault("HOME", "/"),
                                        ".local/share/coppice"))
                .toAbsolutePath()
                .normalize();
    }

    private static Optional<Path> directory(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(s -> !s.isEmpty()).map(Path::of);
    }
}
