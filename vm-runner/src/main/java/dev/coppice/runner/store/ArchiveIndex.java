package dev.coppice.runner.store;

import dev.coppice.runner.job.ProblemException;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first entry of an exported generation, {@code coppice-generation.json}: what follows, in this
 * order. An exported generation is an ordinary tar archive, which any tar program lists and
 * unpacks:
 *
 * <pre>
 *   coppice-generation.json     this index
 *   generation/NAME             the files of the generation's directory, manifest.json among them
 *   blobs/SHA256                project files that went in
 *   layers/DIGEST/NAME          the files of its layers, layer.json first
 * </pre>
 *
 * @param format version of this form
 * @param system the system's name
 * @param number the generation's number there
 * @param entries what follows
 */
record ArchiveIndex(int format, String system, int number, List<Entry> entries) {

    static final String NAME = "coppice-generation.json";
    static final int FORMAT = 1;

    private static final Pattern PATH =
            Pattern.compile(
                    "(?:generation/|blobs/(?<blob>[0-9a-f]{64})$"
                        + "|layers/(?<layer>[0-9a-f]{64})/)(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)?");

    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");

    /** Names of systems as the rules of the spec allow them, and nothing that leads elsewhere. */
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** A file that follows: where, how long, and the SHA-256 of its bytes. */
    record Entry(String path, long bytes, String sha256) {

        private Matcher matched() {
            Matcher matcher = PATH.matcher(path);
            if (!matcher.matches()) {
                throw new IllegalStateException(path);
            }
            return matcher;
        }

        /** The digest of the layer that it is a file of, or null. */
        String layer() {
            return matched().group("layer");
        }

        /** Whether it is a file of the generation's directory. */
        boolean ofGeneration() {
            return path.startsWith("generation/");
        }

        /** Where it goes below a directory. */
        Path below(Path directory) {
            return directory.resolve(path);
        }
    }

    /** The layers of which files follow. */
    TreeSet<String> layers() {
        TreeSet<String> result = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.layer() != null) {
                result.add(entry.layer());
            }
        }
        return result;
    }

    /**
     * @throws ProblemException when this is not an index, or one of a later form
     */
    void check(Path file) {
        if (format > FORMAT) {
            throw new ProblemException(
                    "archive-newer",
                    file + " was written by a later version of Coppice (form " + format + ").",
                    "Import it with that version.");
        }
        boolean sound =
                format == FORMAT
                        && system != null
                        && SYSTEM.matcher(system).matches()
                        && number > 0
                        && entries != null
                        && entries.stream().allMatch(ArchiveIndex::sound);
        if (!sound) {
            throw damaged(file, NAME + " does not say what follows");
        }
    }

    private static boolean sound(Entry entry) {
        return entry != null
                && entry.path() != null
                && entry.sha256() != null
                && entry.bytes() >= 0
                && PATH.matcher(entry.path()).matches()
                && !entry.path().endsWith("/")
                && SUM.matcher(entry.sha256()).matches();
    }

    static ProblemException damaged(Path file, String why) {
        return new ProblemException(
                "archive-damaged",
                file + " is damaged or cut short: " + why + ".",
                "Copy or export the generation again. Layers that were whole are in the store"
                        + " already and are not read a second time.");
    }
}
