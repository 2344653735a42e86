package dev.coppice.runner.build;

import dev.coppice.model.export.ExportResult;
import dev.coppice.runner.store.Target;

import java.util.Optional;

/**
 * What a spec is made into, with all that its tools need. The target is a choice of each build and
 * no part of the spec: one spec becomes any of them, and trying another changes no file.
 */
public sealed interface BuildTarget {

    /** The system. */
    Target system();

    /** The files that its tools read; empty when they read the spec. */
    default Optional<ExportResult> files() {
        return switch (this) {
            case Debian() -> Optional.empty();
            case Nixos nixos -> Optional.of(nixos.export());
            case Kairos kairos -> Optional.of(kairos.export());
        };
    }

    /** Layers that Coppice builds itself. */
    record Debian() implements BuildTarget {
        @Override
        public Target system() {
            return Target.DEBIAN;
        }
    }

    /**
     * An image that Nix builds.
     *
     * @param export the flake
     * @param settings how Nix is used
     */
    record Nixos(ExportResult export, NixSettings settings) implements BuildTarget {
        @Override
        public Target system() {
            return Target.NIXOS;
        }
    }

    /**
     * An image that a container engine and AuroraBoot build.
     *
     * @param export the Dockerfile and what belongs to it
     * @param medium what is made of the image
     * @param cluster where that is done; on this computer when empty
     */
    record Kairos(ExportResult export, Medium medium, Optional<Cluster> cluster)
            implements BuildTarget {

        /** An image that is built on this computer. */
        public Kairos(ExportResult export, Medium medium) {
            this(export, medium, Optional.empty());
        }

        @Override
        public Target system() {
            return Target.KAIROS;
        }
    }

    /**
     * How Nix is used.
     *
     * @param builders machines that build, as nix.conf(5) and {@code --builders} have them; Nix's
     *     own configuration when empty
     * @param nixpkgs a flake reference that is used in place of the channel of the flake
     */
    record NixSettings(Optional<String> builders, Optional<String> nixpkgs) {

        /** Nix as it is configured on this computer. */
        public static NixSettings plain() {
            return new NixSettings(Optional.empty(), Optional.empty());
        }
    }

    /**
     * A Kubernetes cluster with the Kairos operator.
     *
     * @param context a context of the kubeconfig; its current one when empty
     * @param namespace where the build is; that of the context when empty
     * @param image an image of Kairos that is in a registry already; the cluster builds it from the
     *     Dockerfile when empty
     * @param keep whether what the build made in the cluster stays there
     */
    record Cluster(
            Optional<String> context,
            Optional<String> namespace,
            Optional<String> image,
            boolean keep) {

        /** The current context, its namespace, everything built there, nothing kept. */
        public static Cluster current() {
            return new Cluster(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /** What is made of an image of Kairos. */
    enum Medium {
        /** A disk that starts without an installation. */
        RAW,
        /** A disc that installs it. */
        ISO
    }
}
