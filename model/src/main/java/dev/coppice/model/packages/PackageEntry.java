package dev.coppice.model.packages;

/**
 * A package of a distribution's archive.
 *
 * @param name as {@code apt install} takes it
 * @param version the newest one that the archive has
 * @param section what it is about, {@code web}
 * @param installedKiB what it takes when installed, in KiB; 0 when the archive does not say
 * @param summary one line about it
 */
public record PackageEntry(
        String name, String version, String section, long installedKiB, String summary) {}
