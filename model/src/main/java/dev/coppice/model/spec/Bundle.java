package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * Software from outside the distribution: an archive or a single file.
 *
 * @param name a short name
 * @param origin where it comes from
 * @param sha256 what its bytes must hash to, 64 lower-case hexadecimal digits
 * @param unpack whether an archive is unpacked (tar.gz, tar.xz, tar.zst, tar.bz2, zip by name)
 * @param strip how many leading directories are cut off while unpacking
 * @param into the directory that it comes to, absolute
 * @param files what is linked to or copied from it to other places
 * @param units unit files inside the bundle, to be installed in {@code /etc/systemd/system}
 */
public record Bundle(
        String name,
        Origin origin,
        Optional<String> sha256,
        boolean unpack,
        int strip,
        String into,
        List<Placed> files,
        List<String> units) {

    public Bundle {
        files = List.copyOf(files);
        units = List.copyOf(units);
    }

    /** Where a bundle comes from. */
    public sealed interface Origin {}

    /** A download. */
    public record Download(String url) implements Origin {}

    /** A file of the project. */
    public record FromProject(String source) implements Origin {}

    /**
     * One file of the bundle at another place.
     *
     * @param from its path inside the unpacked bundle
     * @param to an absolute path in the image
     * @param mode permission bits, 0 to 07777
     */
    public record Placed(String from, String to, int mode) {}
}
