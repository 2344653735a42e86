package dev.coppice.model.packages;

import java.util.Optional;

/** The port through which an analysis finds the packages of the release that a spec names. */
@FunctionalInterface
public interface PackageSource {

    /** No release's packages are at hand. */
    PackageSource NONE = (release, mirror) -> PackageFacts.NONE;

    /**
     * What is known of a release's packages at this moment; answers at once, from any thread.
     *
     * @param release the code name
     * @param mirror the spec's own mirror
     */
    PackageFacts of(String release, Optional<String> mirror);
}
