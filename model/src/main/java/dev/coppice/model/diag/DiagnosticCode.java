package dev.coppice.model.diag;

/**
 * The stable names of what can be found in a spec. Codes are never renamed: people search for them
 * and tools filter by them.
 */
public enum DiagnosticCode {
    YAML_SYNTAX("yaml-syntax", Severity.ERROR, "A text that is not YAML."),
    YAML_ALIAS("yaml-alias", Severity.ERROR, "An alias that cannot be followed."),
    YAML_DOCUMENTS("yaml-documents", Severity.ERROR, "More than one document in the file."),
    YAML_KEY("yaml-key", Severity.ERROR, "A key that is not a text."),
    YAML_LIMIT("yaml-limit", Severity.ERROR, "A file that is too large or nested too deeply."),
    YAML_TAG("yaml-tag", Severity.WARNING, "A tag that means nothing here."),
    YAML_MERGE("yaml-merge", Severity.ERROR, "A merge key without a mapping."),
    DUPLICATE_KEY("duplicate-key", Severity.ERROR, "A key that stands twice in its mapping."),
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
    UNKNOWN_PACKAGE(
            "unknown-package", Severity.WARNING, "A package that the release does not have."),
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
    REPEATED("repeated", Severity.WARNING, "The same value twice in a list."),
    YAML_TRAP(
            "yaml-trap", Severity.INFO, "A text that other YAML readers take for something else."),
    LOCALHOST_NAME("localhost-name", Severity.WARNING, "A host name that means every machine."),
    UNKNOWN_GROUP("unknown-group", Severity.WARNING, "A group that nothing makes."),
    UNKNOWN_USER("unknown-user", Severity.WARNING, "A user that nothing makes."),
    DUPLICATE_ID("duplicate-id", Severity.ERROR, "One user id or group id for two."),
    RESERVED_GROUP("reserved-group", Severity.WARNING, "A group that exists already."),
    MISSING_SHELL("missing-shell", Severity.WARNING, "A login shell that no package brings."),
    SUDO_LOCKED(
            "sudo-locked",
            Severity.WARNING,
            "Somebody whom sudo asks for a password that is not set."),
    MISSING_PACKAGE(
            "missing-package", Severity.WARNING, "A setting for a program that is not installed."),
    MISSING_UNIT("missing-unit", Severity.WARNING, "A unit that nothing brings."),
    UNIT_CLASH("unit-clash", Severity.ERROR, "Two makers of one unit."),
    UNKNOWN_SECTION("unknown-section", Severity.WARNING, "A section that systemd does not read."),
    UNKNOWN_SETTING("unknown-setting", Severity.WARNING, "A setting that systemd does not know."),
    WRONG_SECTION("wrong-section", Severity.WARNING, "A setting that belongs to another section."),
    BAD_SETTING("bad-setting", Severity.WARNING, "A value that systemd does not take."),
    INLINE_COMMENT(
            "inline-comment",
            Severity.WARNING,
            "A comment behind a value, which becomes part of it."),
    MANY_EXEC_START(
            "many-exec-start",
            Severity.ERROR,
            "More than one ExecStart in a service that takes one."),
    UNIT_INCOMPLETE("unit-incomplete", Severity.ERROR, "A unit that systemd refuses to load."),
    BAD_COMMAND("bad-command", Severity.ERROR, "A command that systemd cannot start."),
    SHELL_SYNTAX("shell-syntax", Severity.WARNING, "Shell syntax where no shell reads it."),
    MISSING_COMMAND("missing-command", Severity.WARNING, "A program that nothing puts there."),
    NOT_EXECUTABLE("not-executable", Severity.WARNING, "A program without permission to run."),
    NOTHING_TO_START(
            "nothing-to-start", Severity.WARNING, "A timer or socket without its service."),
    DROP_IN_EXEC("drop-in-exec", Severity.WARNING, "A drop-in that adds a second command."),
    AFTER_WITHOUT_WANTS(
            "after-without-wants", Severity.INFO, "An order without the unit that it waits for."),
    IDLE_SETTING("idle-setting", Severity.WARNING, "A setting without effect beside the others."),
    UNKNOWN_SSHD_KEYWORD(
            "unknown-sshd-keyword", Severity.ERROR, "A keyword that sshd does not know."),
    OLD_SSHD_KEYWORD(
            "old-sshd-keyword", Severity.WARNING, "A keyword that sshd has renamed or dropped."),
    BAD_SSHD_VALUE("bad-sshd-value", Severity.ERROR, "A value that sshd refuses."),
    SSH_LOCKOUT("ssh-lockout", Severity.WARNING, "Settings that let nobody in over SSH."),
    SSH_BLOCKED("ssh-blocked", Severity.WARNING, "A firewall that keeps SSH out."),
    UNKNOWN_SYSCTL("unknown-sysctl", Severity.WARNING, "A variable that the kernel does not have."),
    BAD_SYSCTL_VALUE("bad-sysctl-value", Severity.WARNING, "A value that the kernel refuses."),
    FORWARDING_OFF("forwarding-off", Severity.WARNING, "A router that is told not to forward."),
    UNKNOWN_MODULE("unknown-module", Severity.WARNING, "A module that the kernel does not have."),
    UNKNOWN_KEYBOARD(
            "unknown-keyboard", Severity.WARNING, "A keyboard setting that does not exist."),
    UNKNOWN_LOCALE("unknown-locale", Severity.ERROR, "A locale that does not exist."),
    LOCALE_NOT_MADE("locale-not-made", Severity.WARNING, "A locale that is used and not made."),
    DUPLICATE_ADDRESS("duplicate-address", Severity.ERROR, "One address at two interfaces."),
    NETWORK_ADDRESS(
            "network-address", Severity.WARNING, "The address of a network, not of a machine."),
    HOST_BITS("host-bits", Severity.WARNING, "A network written with the address of a machine."),
    OWN_HOST_NAME(
            "own-host-name", Severity.WARNING, "A hosts entry that hides the machine itself."),
    REPEATED_HOST("repeated-host", Severity.WARNING, "One name at two addresses."),
    NAT_LOOP("nat-loop", Severity.ERROR, "One interface on both sides of a router."),
    UNKNOWN_INTERFACE("unknown-interface", Severity.WARNING, "An interface that is not set up."),
    TOO_FEW_NICS("too-few-nics", Severity.WARNING, "More interfaces than the preview machine has."),
    COVERED_PORT("covered-port", Severity.WARNING, "A port that a range holds already."),
    FORWARD_UNUSED(
            "forward-unused", Severity.WARNING, "A forwarded port on which nothing listens."),
    FIREWALL_UNUSED("firewall-unused", Severity.INFO, "An open port on which nothing listens."),
    PORT_CLASH("port-clash", Severity.WARNING, "Two programs on one port."),
    PERSIST_UNUSED("persist-unused", Severity.INFO, "A kept directory into which nothing writes."),
    FILE_HIDDEN("file-hidden", Severity.WARNING, "A file that a mounted directory hides."),
    BAD_MOUNT("bad-mount", Severity.ERROR, "A place where no disk can be mounted."),
    MOUNT_CLASH("mount-clash", Severity.ERROR, "Two things mounted at one place."),
    DISK_TOO_SMALL(
            "disk-too-small", Severity.ERROR, "A disk that is too small for its file system."),
    IGNORED_NAME("ignored-name", Severity.WARNING, "A file that its reader passes over."),
    WORLD_WRITABLE("world-writable", Severity.WARNING, "A file that everybody may change."),
    SECRET_IN_CLEAR("secret-in-clear", Severity.WARNING, "A secret in clear."),
    UNKNOWN_CONTAINER("unknown-container", Severity.ERROR, "A container that is not declared."),
    DEPENDENCY_CYCLE("dependency-cycle", Severity.ERROR, "Containers that wait for each other."),
    SHORT_IMAGE("short-image", Severity.WARNING, "An image without its registry."),
    FLOATING_IMAGE("floating-image", Severity.INFO, "An image whose content changes by itself."),
    MISSING_HASH("missing-hash", Severity.ERROR, "A download without a hash."),
    TARGET_CLASH("target-clash", Severity.ERROR, "Two things written to one path."),
    BAD_REPOSITORY("bad-repository", Severity.ERROR, "A repository that apt cannot read."),
    SUITE_MISMATCH("suite-mismatch", Severity.WARNING, "A repository of another release."),
    NEEDLESS_PACKAGE("needless-package", Severity.INFO, "A package that does nothing here."),
    UNKNOWN_OPTION("unknown-option", Severity.WARNING, "An option that NixOS does not have."),
    OLD_OPTION("old-option", Severity.WARNING, "An option that NixOS has renamed or dropped."),
    BAD_OPTION_VALUE(
            "bad-option-value", Severity.WARNING, "A value that an option of NixOS does not take."),
    FIXED_OPTION("fixed-option", Severity.WARNING, "An option of NixOS that nobody can set."),
    UNREAD_KEY("unread-key", Severity.WARNING, "A key that NixOS takes and nobody reads."),
    KAIROS_IGNORED("kairos-ignored", Severity.WARNING, "A setting that Kairos passes over."),
    KAIROS_LOST("kairos-lost", Severity.WARNING, "A setting with which Kairos loses others."),
    KAIROS_GROUP("kairos-group", Severity.WARNING, "A group that Kairos does not find."),
    KAIROS_NETWORK("kairos-network", Severity.WARNING, "A download before the network is there."),
    KAIROS_SYSCTL("kairos-sysctl", Severity.WARNING, "A variable that Kairos reads as another."),
    KAIROS_LAYOUT("kairos-layout", Severity.WARNING, "A partition that leaves nothing for others."),
    KAIROS_READ_ONLY(
            "kairos-read-only", Severity.WARNING, "A file where a Kairos machine is read-only."),
    KAIROS_DEPENDS(
            "kairos-depends",
            Severity.INFO,
            "A setting that Kairos follows in some cases and not in others."),
    EXPORT_DROPPED("export-dropped", Severity.WARNING, "A value that a chosen target cannot have."),
    EXPORT_APPROXIMATED(
            "export-approximated",
            Severity.INFO,
            "A value that a chosen target has with a difference."),
    TARGET_REFUSED("target-refused", Severity.ERROR, "A value that a target's own tools refuse."),
    MORE_FINDINGS("more-findings", Severity.INFO, "There are more findings than are shown.");

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
