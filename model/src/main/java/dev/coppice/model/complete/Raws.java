package dev.coppice.model.complete;

import dev.coppice.model.yaml.YamlPath;

/** The parts of a spec that are written in the words of another system. */
final class Raws {

    static final YamlPath NIXOS = YamlPath.of("targets", "nixos");
    static final YamlPath KAIROS = YamlPath.of("targets", "kairos");

    private Raws() {}

    /** Whether a place is one of those settings, or the beginning of the first of them. */
    static boolean isIn(YamlPath raw, Place place) {
        return isIn(raw, place.path());
    }

    /** Whether a path is that of the settings or leads into them. */
    static boolean isIn(YamlPath raw, YamlPath path) {
        int size = raw.steps().size();
        return path.steps().size() >= size && path.steps().subList(0, size).equals(raw.steps());
    }
}
