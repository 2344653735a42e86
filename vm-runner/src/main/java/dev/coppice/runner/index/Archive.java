package dev.coppice.runner.index;

import java.util.Optional;

/**
 * Where a release's packages are listed.
 *
 * @param mirror address of the archive, without a slash at its end
 * @param release the code name, {@code bookworm}
 */
public record Archive(String mirror, String release) {

    /** Debian's own mirror network, which the build tools take by default as well. */
    private static final String DEFAULT_MIRROR = "http://deb.debian.org/debian";

    /** The component that the base system takes its packages from. */
    static final String COMPONENT = "main";

    static final String ARCHITECTURE = "amd64";

    /**
     * The archive of a release.
     *
     * @param mirror the spec's own mirror; empty for the default one
     */
    public static Archive of(Optional<String> mirror, String release) {
        return new Archive(mirror.orElse(DEFAULT_MIRROR).replaceFirst("/+$", ""), release);
    }

    /** The address of a file of the release, {@code InRelease}. */
    String url(String file) {
        return mirror + "/dists/" + release + "/" + file;
    }
}
