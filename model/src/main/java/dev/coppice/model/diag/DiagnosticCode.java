package dev.coppice.model.diag;

/**
 * The stable names of what can be found in a spec. Codes are never renamed: people search for them
 * and tools filter by them. The syntax codes are given by the YAML parser.
 */
public enum DiagnosticCode {
    EMPTY_SPEC("empty-spec", Severity.ERROR, "The file says nothing yet."),
    UNKNOWN_KEY("unknown-key", Severity.ERROR, "A key that has no meaning at this place."),
    MISSING_KEY("missing-key", Severity.ERROR, "A key that must be there is not."),
    CONFLICTING_KEYS("conflicting-keys", Severity.ERROR, "Keys that exclude each other."),
    WRONG_TYPE("wrong-type", Severity.ERROR, "A value of another kind than the field takes."),
    EMPTY_VALUE("empty-value", Severity.ERROR, "A key without a value."),
    BAD_CHOICE("bad-choice", Severity.ERROR, "A value that is not among those allowed."),
    OUT_OF_RANGE("out-of-range", Severity.ERROR, "A number that is too small or too large."),
    BAD_VERSION("bad-version", Severity.ERROR, "A version of the format that is not known."),
    BAD_NAME("bad-name", Severity.ERROR, "Not a name for a system or thing."),
    BAD_HOSTNAME("bad-hostname", Severity.ERROR, "Not a host name."),
    BAD_LOCALE("bad-locale", Severity.ERROR, "Not a locale name."),
    BAD_TIMEZONE("bad-timezone", Severity.ERROR, "Not a time zone."),
    BAD_KEYBOARD("bad-keyboard", Severity.ERROR, "Not a keyboard layout."),
    BAD_FONT("bad-font", Severity.ERROR, "Not a console font or its size."),
    BAD_URL("bad-url", Severity.ERROR, "Not a web address."),
    BAD_USER_NAME("bad-user-name", Severity.ERROR, "Not a login or group name."),
    RESERVED_USER("reserved-user", Severity.ERROR, "The name of an account of the system."),
    ROOT_GROUPS("root-groups", Severity.ERROR, "Root needs no groups."),
    OWN_GROUP("own-group", Severity.WARNING, "A group that the user has anyway."),
    CLEAR_PASSWORD("clear-password", Severity.ERROR, "A password in clear."),
    BAD_HASH("bad-hash", Severity.ERROR, "A password hash that is damaged."),
    WEAK_HASH("weak-hash", Severity.WARNING, "A password hash that is quickly guessed."),
    BAD_SSH_KEY("bad-ssh-key", Severity.ERROR, "Not a public SSH key."),
    PRIVATE_KEY("private-key", Severity.ERROR, "A private key in clear."),
    BAD_PACKAGE("bad-package", Severity.ERROR, "Not a package name."),
    OTHER_NAME("other-name", Severity.WARNING, "A name that other systems use."),
    BAD_SUITE("bad-suite", Severity.ERROR, "Not a suite or component of an archive."),
    BAD_ARCHIVE_KEY("bad-archive-key", Severity.ERROR, "Not a public key of an archive."),
    BAD_DIGEST("bad-digest", Severity.ERROR, "Not a SHA-256 digest."),
    BAD_IMAGE("bad-image", Severity.ERROR, "Not the name of a container image."),
    BAD_VOLUME("bad-volume", Severity.ERROR, "Not a mount of a container."),
    BAD_VARIABLE("bad-variable", Severity.ERROR, "Not an environment variable."),
    BAD_KEYWORD("bad-keyword", Severity.ERROR, "Not a setting of the SSH server."),
    BAD_CALENDAR("bad-calendar", Severity.ERROR, "Not a calendar event."),
    BAD_UNIT_NAME("bad-unit-name", Severity.ERROR, "Not a systemd unit name."),
    BAD_UNIT_CONTENT("bad-unit-content", Severity.ERROR, "Not the text of a systemd unit."),
    NO_INSTALL("no-install", Severity.WARNING, "A unit that cannot be enabled."),
    NOT_ENABLED("not-enabled", Severity.WARNING, "A unit that nobody enables."),
    BAD_DROP_IN("bad-drop-in", Severity.ERROR, "Not the name of a drop-in."),
    BAD_PATH("bad-path", Severity.ERROR, "Not an absolute path."),
    PATH_CONFLICT("path-conflict", Severity.ERROR, "A file where a directory must be."),
    MANAGED_PATH("managed-path", Severity.WARNING, "A file that another field writes."),
    VOLATILE_PATH("volatile-path", Severity.WARNING, "A file that the boot hides."),
    BAD_MODE("bad-mode", Severity.ERROR, "Not permission bits."),
    BAD_SOURCE("bad-source", Severity.ERROR, "Not a path inside the project."),
    SOURCE_MISSING("source-missing", Severity.ERROR, "A file that the project lacks."),
    INCLUDE_CYCLE("include-cycle", Severity.ERROR, "Files that include each other."),
    INCLUDE_DEPTH("include-depth", Severity.ERROR, "Includes that are too deep or too many."),
    BAD_INTERFACE("bad-interface", Severity.ERROR, "Not an interface name."),
    BAD_CIDR("bad-cidr", Severity.ERROR, "Not an address with a prefix length."),
    BAD_ADDRESS("bad-address", Severity.ERROR, "Not an IP address."),
    UNREACHABLE_GATEWAY("unreachable-gateway", Severity.WARNING, "A gateway outside the network."),
    NO_ADDRESS("no-address", Severity.WARNING, "An interface without an address."),
    BAD_PORT("bad-port", Severity.ERROR, "Not a port number."),
    BAD_ROUTE("bad-route", Severity.ERROR, "Not the destination of a route."),
    BAD_PARAMETER("bad-parameter", Severity.ERROR, "Not a word of a kernel command line."),
    RESERVED_PARAMETER("reserved-parameter", Severity.WARNING, "A parameter that Coppice sets."),
    BAD_MODULE("bad-module", Severity.ERROR, "Not a kernel module name."),
    BAD_SYSCTL("bad-sysctl", Severity.ERROR, "Not a kernel variable or value."),
    BAD_PERSIST("bad-persist", Severity.ERROR, "A directory that cannot be kept."),
    NESTED_PERSIST("nested-persist", Severity.WARNING, "A directory that is kept already."),
    BAD_OPTION("bad-option", Severity.ERROR, "Not a mount option."),
    UNKNOWN_CHECK("unknown-check", Severity.ERROR, "A check of no known kind."),
    BAD_DURATION("bad-duration", Severity.ERROR, "Not a duration."),
    BAD_SIZE("bad-size", Severity.ERROR, "Not a size."),
    BAD_FORWARD("bad-forward", Severity.ERROR, "Not a pair of ports."),
    PRIVILEGED_PORT("privileged-port", Severity.WARNING, "A host port that only root may open."),
    FORWARD_BLOCKED("forward-blocked", Severity.WARNING, "A forwarded port that is filtered."),
    CHECK_MASKED("check-masked", Severity.WARNING, "A check that cannot pass."),
    DUPLICATE("duplicate", Severity.ERROR, "The same thing declared twice."),
    REPEATED("repeated", Severity.WARNING, "The same value twice in a list.");

    private final String id;
    private final Severity severity;
    private final String meaning;

    DiagnosticCode(String id, Severity severity, String meaning) {
        this.id = id;
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The stable name, {@code unknown-key}. */
    public String id() {
        return id;
    }

    /** How bad a finding with this code is. */
    public Severity severity() {
        return severity;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
