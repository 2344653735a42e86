package dev.coppice.runner.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The system that a generation was made into. */
public enum Target {
    DEBIAN("Debian"),
    NIXOS("NixOS"),
    KAIROS("Kairos");

    private final String title;

    Target(String title) {
        this.title = title;
    }

    /** The word that people type and manifests hold: {@code nixos}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The system's name: {@code NixOS}. */
    public String title() {
        return title;
    }

    /** The target with an id. */
    public static Optional<Target> find(String id) {
        return Arrays.stream(values()).filter(target -> target.id().equals(id)).findFirst();
    }
}
