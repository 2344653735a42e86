package dev.coppice.runner.index;

/** What was checked of a downloaded list of packages. */
public enum Trust {
    /** Debian's signature of the release with the keys of this computer, and SHA-256 from there. */
    SIGNED("signature and checksums checked"),
    /**
     * SHA-256 as the release file says, but not the release file's signature: gpgv, Debian's
     * keyring or the right key is not on this computer.
     */
    CHECKSUMS("checksums checked, the signature not: no gpgv or no key for it here");

    private final String words;

    Trust(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
