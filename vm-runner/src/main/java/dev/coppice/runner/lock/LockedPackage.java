package dev.coppice.runner.lock;

/**
 * One version of one package, to the byte.
 *
 * @param source the source package that it was built from
 * @param size of the package file in bytes
 * @param sha256 of the package file, lower-case hexadecimal
 * @param archive URL of the archive that it comes from, without a slash at its end
 * @param path of the package file in the archive
 */
public record LockedPackage(
        String name,
        String version,
        String architecture,
        String source,
        long size,
        String sha256,
        String archive,
        String path) {

    /** Where the package file is downloaded from. */
    public String url() {
        // As apt does: some servers take a plus for a space.
        return archive + "/" + path.replace("+", "%2b");
    }

    /** What apt calls the file in its cache: {@code NAME_VERSION_ARCHITECTURE.deb}. */
    public String file() {
        return name + "_" + version.replace(":", "%3a") + "_" + architecture + ".deb";
    }

    /** In a line, for digests: what decides about the bytes. */
    String identity() {
        return name + " " + version + " " + architecture + " " + sha256;
    }
}
