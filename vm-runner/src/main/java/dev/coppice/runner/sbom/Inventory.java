package dev.coppice.runner.sbom;

import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.SystemLock;

import java.time.Instant;

/**
 * What a list of the software of a generation is made from.
 *
 * @param system the system's name
 * @param generation its number
 * @param created when it was built
 * @param distribution as package URLs name it, {@code debian}
 * @param lock the packages
 */
public record Inventory(
        String system, int generation, Instant created, String distribution, SystemLock lock) {

    /** The package URL of a package (purl, type {@code deb}). */
    String url(LockedPackage one) {
        return "pkg:deb/"
                + distribution
                + "/"
                + encoded(one.name())
                + "@"
                + encoded(one.version())
                + "?arch="
                + one.architecture()
                + "&distro="
                + lock.release();
    }

    private static String encoded(String text) {
        return text.replace("%", "%25").replace("+", "%2B");
    }
}
