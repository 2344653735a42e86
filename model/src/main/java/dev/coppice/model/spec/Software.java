package dev.coppice.model.spec;

import java.util.List;

/**
 * What is installed.
 *
 * @param packages names of packages of the distribution and of the repositories
 * @param repositories archives beside the distribution's own
 * @param bundles software that is no package
 */
public record Software(List<String> packages, List<Repository> repositories, List<Bundle> bundles) {

    public Software {
        packages = List.copyOf(packages);
        repositories = List.copyOf(repositories);
        bundles = List.copyOf(bundles);
    }

    /** Packages of the distribution only. */
    public static Software of(List<String> packages) {
        return new Software(packages, List.of(), List.of());
    }
}
