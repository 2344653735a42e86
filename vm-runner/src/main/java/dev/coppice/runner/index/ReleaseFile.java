package dev.coppice.runner.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a release file that lists are found by
 * (https://wiki.debian.org/DebianRepository/Format and deb822(5)): the SHA-256 of each file.
 *
 * @param codename the release that it is about
 * @param digests SHA-256 by path
 */
record ReleaseFile(String codename, Map<String, String> digests) {

    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

    ReleaseFile {
        digests = Map.copyOf(digests);
    }

    /** Reads a release file, with its signature around it or without. */
    static ReleaseFile parse(String text) {
        var digests = new HashMap<String, String>();
        String codename = "";
        boolean inDigests = false;
        for (String line : body(text).lines().toList()) {
            if (line.startsWith(" ")) {
                String[] words = line.strip().split("\\s+");
                if (inDigests && words.length == 3) {
                    digests.put(words[2], words[0]);
                }
                continue;
            }
            inDigests = line.startsWith("SHA256:");
            if (line.startsWith("Codename:")) {
                codename = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return new ReleaseFile(codename, digests);
    }

    /** What the signature is about: behind the blank line after the head, before the signature. */
    private static String body(String text) {
        int start = text.indexOf(SIGNED);
        if (start < 0) {
            return text;
        }
        int blank = text.indexOf("\n\n", start);
        int end = text.indexOf(SIGNATURE, start);
        return blank < 0 || end < blank ? "" : text.substring(blank + 2, end);
    }

    Optional<String> digest(String path) {
        return Optional.ofNullable(digests.get(path)).filter(d -> d.matches("[0-9a-f]{64}"));
    }
}
