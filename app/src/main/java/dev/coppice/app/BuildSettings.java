package dev.coppice.app;

import dev.coppice.runner.build.BuildTarget.Cluster;
import dev.coppice.runner.build.BuildTarget.Medium;
import dev.coppice.runner.build.BuildTarget.NixSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How the tools of targets are used on this computer, from {@code coppice/builds.properties} in the
 * user's configuration folder: {@code nix.builders} (as {@code --builders} of Nix takes them),
 * {@code nix.nixpkgs} (a flake reference in place of the channel), {@code kairos.medium} ({@code
 * raw} or {@code iso}), {@code kairos.on} ({@code local} or {@code kubernetes}) and for the latter
 * {@code kubernetes.context}, {@code kubernetes.namespace} and {@code kubernetes.image}. What is
 * not there, or cannot be read, is as usual.
 *
 * @param cluster where Kairos is built; on this computer when empty
 */
public record BuildSettings(NixSettings nix, Medium medium, Optional<Cluster> cluster) {

    /** The settings of a user. */
    public static BuildSettings of(Map<String, String> environment) {
        return load(folder(environment).resolve("coppice").resolve("builds.properties"));
    }

    private static Path folder(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return config.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")))
                        .resolve(".config")
                : Path.of(config);
    }

    static BuildSettings load(Path file) {
        var known = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            known.load(in);
        } catch (IOException | IllegalArgumentException e) {
            known.clear();
        }
        return new BuildSettings(
                new NixSettings(text(known, "nix.builders"), text(known, "nix.nixpkgs")),
                text(known, "kairos.medium").filter("iso"::equals).isPresent()
                        ? Medium.ISO
                        : Medium.RAW,
                text(known, "kairos.on")
                        .filter("kubernetes"::equals)
                        .map(
                                _ ->
                                        new Cluster(
                                                text(known, "kubernetes.context"),
                                                text(known, "kubernetes.namespace"),
                                                text(known, "kubernetes.image"),
                                                false)));
    }

    private static Optional<String> text(Properties known, String key) {
        return Optional.ofNullable(known.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The same with other builders of Nix. */
    public BuildSettings withBuilders(String builders) {
        return new BuildSettings(
                new NixSettings(Optional.of(builders), nix.nixpkgs()), medium, cluster);
    }

    /** The same with another medium of Kairos. */
    public BuildSettings with(Medium other) {
        return new BuildSettings(nix, other, cluster);
    }

    /** The same with Kairos built in another place; on this computer when empty. */
    public BuildSettings on(Optional<Cluster> other) {
        return new BuildSettings(nix, medium, other);
    }
}
