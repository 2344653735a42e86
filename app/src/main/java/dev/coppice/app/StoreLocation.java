package dev.coppice.app;

import java.nio.file.Path;
import java.util.Map;

/** Where layers and generations are kept when no option says so. */
public final class StoreLocation {

    private StoreLocation() {}

    /**
     * {@code COPPICE_STORE}, else {@code coppice} in {@code XDG_DATA_HOME}, else in {@code
     * ~/.local/share}.
     *
     * @param environment environment variables
     * @param home the user's home folder
     */
    public static Path usual(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("COPPICE_STORE", "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("coppice");
    }
}
