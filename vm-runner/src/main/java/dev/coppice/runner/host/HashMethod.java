package dev.coppice.runner.host;

/** How a password is hashed, see crypt(5). */
public enum HashMethod {
    /** The default of Debian since version 11; costs an attacker memory as well as time. */
    YESCRYPT("yescrypt"),
    /** Known to every Linux of the last fifteen years. */
    SHA512("SHA-512");

    private final String title;

    HashMethod(String title) {
        this.title = title;
    }

    /** A name for people. */
    public String title() {
        return title;
    }
}
