package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;

import java.util.regex.Pattern;

/**
 * What a text means, as far as a regular expression can tell. The expressions are used by the
 * binder and stand in the JSON Schema, so they keep to what Java and ECMAScript share.
 */
public enum Shape {
    /** Any text. */
    ANY(null, "a text", "[\\s\\S]*", ""),
    /** One line of text. */
    LINE(DiagnosticCode.WRONG_TYPE, "one line of text", "[^\\r\\n]*", "Write it in one line."),
    /** Text that is not empty. */
    SOME_TEXT(DiagnosticCode.EMPTY_VALUE, "a text", "[\\s\\S]+", "Write something here."),
    SYSTEM_NAME(
            DiagnosticCode.BAD_NAME,
            "a system name",
            "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
            "Use lower-case letters, digits and hyphens, up to 63 of them, such as web-01."),
    HOST_NAME(
            DiagnosticCode.BAD_HOSTNAME,
            "a host name",
            "(?=.{1,64}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
            "Use lower-case letters, digits and hyphens, no underscore and no space, such as"
                    + " web-01 or web-01.example.org."),
    LOCALE(
            DiagnosticCode.BAD_LOCALE,
            "a locale",
            "C\\.UTF-8|[a-z]{2,3}_[A-Z]{2}\\.UTF-8(@[a-z]+)?",
            "Write language, country and encoding, such as en_GB.UTF-8; C.UTF-8 works always."),
    TIMEZONE(
            DiagnosticCode.BAD_TIMEZONE,
            "a time zone",
            "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}",
            "Write a region and a city, such as Europe/London, or Etc/UTC."),
    KEYBOARD(
            DiagnosticCode.BAD_KEYBOARD,
            "a keyboard layout",
            "[a-z]{2,8}",
            "Write the short name of the layout, such as us, gb, de or fr."),
    URL(
            DiagnosticCode.BAD_URL,
            "a web address",
            "https?://[A-Za-z0-9\\[][^\\s]*",
            "Write the whole address, such as http://localhost/."),
    USER_NAME(
            DiagnosticCode.BAD_USER_NAME,
            "a login or group name",
            "[a-z_][a-z0-9_-]{0,31}",
            "Use lower-case letters, digits, hyphens and underscores, a letter first, up to 32."),
    FULL_NAME(
            DiagnosticCode.WRONG_TYPE,
            "a person's name",
            "[^:\\r\\n]*",
            "Write it in one line and without a colon."),
    PASSWORD_HASH(
            DiagnosticCode.CLEAR_PASSWORD,
            "a password hash",
            "[!*]"
                    + "|\\$6\\$(rounds=[0-9]{1,9}\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{86}"
                    + "|\\$5\\$(rounds=[0-9]{1,9}\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{43}"
                    + "|\\$g?y\\$[./A-Za-z0-9]+\\$[./A-Za-z0-9]{1,86}\\$[./A-Za-z0-9]{43}"
                    + "|\\$2[abxy]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}"
                    + "|\\$7\\$[./A-Za-z0-9]{11,97}\\$[./A-Za-z0-9]{43}"
                    + "|\\$1\\$[./A-Za-z0-9]{1,8}\\$[./A-Za-z0-9]{22}",
            "Hash it with `mkpasswd -m yescrypt` or `openssl passwd -6` and write the result"
                    + " here."),
    SSH_KEY(
            DiagnosticCode.BAD_SSH_KEY,
            "a public SSH key",
            "([^\\r\\n]+ )?(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)"
                    + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
                    + " AAAA[A-Za-z0-9+/]+={0,2}( [^\\r\\n]*)?",
            "Write one whole line of a .pub file, such as the output of"
                    + " `cat ~/.ssh/id_ed25519.pub`."),
    PACKAGE(
            DiagnosticCode.BAD_PACKAGE,
            "a package name",
            "[a-z0-9][a-z0-9+.-]+(:[a-z0-9]+)?",
            "Write the name as `apt install` takes it, one package to an item, no version."),
    UNIT_NAME(
            DiagnosticCode.BAD_UNIT_NAME,
            "a systemd unit name",
            "[A-Za-z0-9:_@\\\\-]+"
                    + "|[A-Za-z0-9:_.@\\\\-]+\\."
                    + "(service|socket|timer|path|mount|automount|target|swap|slice|device)",
            "Write the name of the unit, such as ssh or backup.timer; without a suffix it is a"
                    + " service."),
    UNIT_FILE(
            DiagnosticCode.BAD_UNIT_NAME,
            "the name of a systemd unit file",
            "[A-Za-z0-9:_.@\\\\-]+\\."
                    + "(service|socket|timer|path|mount|automount|target|swap|slice|device)",
            "Write the name with its suffix, such as backup.service or backup.timer."),
    DROP_IN(
            DiagnosticCode.BAD_DROP_IN,
            "the name of a drop-in",
            "[A-Za-z0-9_-][A-Za-z0-9_.-]*",
            "Write a short name without a slash, such as limits."),
    ABSOLUTE_PATH(
            DiagnosticCode.BAD_PATH,
            "an absolute path",
            "/(?!([^\\r\\n]*/)?\\.\\.?(/|$))(?![^\\r\\n]*//)([^\\r\\n\\u0000]*[^/\\r\\n\\u0000])?",
            "Start with a slash and end without one, with no `.` or `..` in between, such as"
                    + " /etc/motd."),
    PROJECT_PATH(
            DiagnosticCode.BAD_SOURCE,
            "a path inside the project",
            "(?!/)(?!([^\\r\\n]*/)?\\.\\.(/|$))[^\\r\\n\\u0000\\\\]*[^/\\r\\n\\u0000\\\\]",
            "Write the path from the folder of system.yaml, with slashes and without `..`, such as"
                    + " files/index.html."),
    MODE(
            DiagnosticCode.BAD_MODE,
            "permission bits",
            "[0-7]{3,4}",
            "Write three or four octal digits in quotes, such as \"0644\" or \"0755\"."),
    INTERFACE(
            DiagnosticCode.BAD_INTERFACE,
            "an interface name",
            "[A-Za-z0-9_.*?-]{1,15}",
            "Write the kernel's name or a pattern, such as eth0 or en*."),
    CIDR(
            DiagnosticCode.BAD_CIDR,
            "an address with its prefix length",
            "[0-9A-Fa-f.:]+/[0-9]{1,3}",
            "Write the address, a slash and the length of the network part, such as"
                    + " 192.168.1.10/24."),
    ADDRESS(
            DiagnosticCode.BAD_ADDRESS,
            "an IP address",
            "[0-9A-Fa-f.:]+",
            "Write an address in numbers, such as 192.168.1.1 or 2001:db8::1."),
    KERNEL_PARAMETER(
            DiagnosticCode.BAD_PARAMETER,
            "a kernel parameter",
            "[!-~]+",
            "Write one word to an item, such as quiet or console=ttyS0."),
    KERNEL_MODULE(
            DiagnosticCode.BAD_MODULE,
            "a kernel module name",
            "[A-Za-z0-9_-]+",
            "Write the name that `modprobe` takes, without .ko, such as br_netfilter."),
    SYSCTL_KEY(
            DiagnosticCode.BAD_SYSCTL,
            "a kernel variable",
            "-?[A-Za-z0-9_*-]+([./][A-Za-z0-9_*:-]+)+",
            "Write the dotted name as `sysctl -a` shows it, such as net.ipv4.ip_forward."),
    SYSCTL_VALUE(
            DiagnosticCode.BAD_SYSCTL,
            "a kernel variable's value",
            "[^\\r\\n]+",
            "Write the value in one line."),
    DURATION(
            DiagnosticCode.BAD_DURATION,
            "a duration",
            "[0-9]{1,6}(ms|s|m|min|h)( ?[0-9]{1,6}(ms|s|m|min|h))*",
            "Write a number and a unit (ms, s, m, h), such as 90s or 2m."),
    SIZE(
            DiagnosticCode.BAD_SIZE,
            "a size",
            "[0-9]{1,7}([MG]|[MG]iB)",
            "Write a number and a unit (M or G), such as 512M or 2G."),
    FORWARD(
            DiagnosticCode.BAD_FORWARD,
            "a pair of ports",
            "[0-9]{1,5}:[0-9]{1,5}",
            "Write the port of this computer, a colon, the port of the machine, in quotes, such as"
                    + " \"8080:80\"."),
    /** A short name of a thing of one's own; units and files are called after it. */
    PLAIN_NAME(
            DiagnosticCode.BAD_NAME,
            "a short name",
            "[a-z0-9][a-z0-9_.-]{0,62}",
            "Use lower-case letters, digits, hyphens, dots and underscores, such as web-01."),
    /** The serial of a virtio disk has room for 20 bytes. */
    DISK_NAME(
            DiagnosticCode.BAD_NAME,
            "the name of a disk",
            "[a-z0-9][a-z0-9-]{0,14}",
            "Use up to 15 lower-case letters, digits and hyphens, such as data."),
    INCLUDE_PATH(
            DiagnosticCode.BAD_SOURCE,
            "a YAML file inside the project",
            "(?!/)(?!([^\\r\\n]*/)?\\.\\.(/|$))[^\\r\\n\\u0000\\\\]*\\.ya?ml",
            "Write the path of a .yaml file from the folder of system.yaml, with slashes and"
                    + " without `..`, such as common.yaml."),
    BUNDLE_PATH(
            DiagnosticCode.BAD_SOURCE,
            "a path inside the bundle",
            "(?!/)(?!([^\\r\\n]*/)?\\.\\.(/|$))[^\\r\\n\\u0000\\\\]*[^/\\r\\n\\u0000\\\\]",
            "Write the path from the top of the unpacked bundle, such as bin/hugo."),
    LOCALE_CATEGORY(
            DiagnosticCode.BAD_LOCALE,
            "a locale category",
            "LC_(ADDRESS|COLLATE|CTYPE|IDENTIFICATION|MEASUREMENT|MESSAGES|MONETARY|NAME|NUMERIC"
                    + "|PAPER|TELEPHONE|TIME)",
            "Write a category of `locale`, such as LC_TIME or LC_PAPER."),
    KEYBOARD_WORD(
            DiagnosticCode.BAD_KEYBOARD,
            "a keyboard model or variant",
            "[A-Za-z0-9_+-]{1,32}",
            "Write the name that XKB has for it, such as pc105 or nodeadkeys."),
    KEYBOARD_OPTION(
            DiagnosticCode.BAD_KEYBOARD,
            "a keyboard option",
            "[A-Za-z0-9_]+:[A-Za-z0-9_.+-]+",
            "Write a group, a colon and a choice, such as ctrl:nocaps or compose:ralt."),
    FONT_FACE(
            DiagnosticCode.BAD_FONT,
            "a console font",
            "[A-Za-z][A-Za-z0-9]{0,31}",
            "Write a face of console-setup, such as Terminus, TerminusBold, VGA or Fixed."),
    FONT_SIZE(
            DiagnosticCode.BAD_FONT,
            "a size of a console font",
            "[0-9]{1,2}(x[0-9]{1,2})?",
            "Write the height, or width and height, such as 16 or 16x32."),
    SERVER(
            DiagnosticCode.BAD_HOSTNAME,
            "a host name or address",
            "[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?",
            "Write a name or an address, such as pool.ntp.org or 192.0.2.1."),
    SUDO_COMMAND(
            DiagnosticCode.BAD_PATH,
            "a command of a sudo rule",
            "ALL|/[^\\r\\n]+",
            "Write the program's whole path and its arguments, such as `/usr/bin/systemctl restart"
                    + " nginx`, or ALL."),
    RUN_AS(
            DiagnosticCode.BAD_USER_NAME,
            "a login name",
            "ALL|[a-z_][a-z0-9_-]{0,31}",
            "Write the name of the user that the commands run as, or ALL."),
    SUITE(
            DiagnosticCode.BAD_SUITE,
            "a suite of an archive",
            "[A-Za-z0-9./][A-Za-z0-9._~/+-]*",
            "Write the word that stands behind the address in a line of sources.list, such as"
                    + " bookworm, stable or ./."),
    COMPONENT(
            DiagnosticCode.BAD_SUITE,
            "a component of an archive",
            "[A-Za-z0-9][A-Za-z0-9._/+-]*",
            "Write one word, such as main or contrib."),
    ARCHIVE_KEY(
            DiagnosticCode.BAD_ARCHIVE_KEY,
            "a public OpenPGP key",
            "[ \\t\\r"
                    + "\\n"
                    + "]*-----BEGIN PGP PUBLIC KEY BLOCK-----[\\s\\S]*-----END PGP PUBLIC KEY"
                    + " BLOCK-----[ \\t\\r"
                    + "\\n"
                    + "]*",
            "Write the whole armoured key, from `-----BEGIN PGP PUBLIC KEY BLOCK-----` on, or name"
                    + " its file with `keySource`."),
    SHA256(
            DiagnosticCode.BAD_DIGEST,
            "a SHA-256 digest",
            "[0-9a-f]{64}",
            "Write the 64 digits that `sha256sum FILE` prints."),
    IMAGE(
            DiagnosticCode.BAD_IMAGE,
            "the name of a container image",
            "[A-Za-z0-9][A-Za-z0-9._-]*(:[0-9]+)?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?",
            "Write registry, name and tag, such as docker.io/library/nginx:1.27."),
    PUBLISHED_PORT(
            DiagnosticCode.BAD_FORWARD,
            "a published port",
            "([0-9.]+:)?[0-9]{1,5}:[0-9]{1,5}(/(tcp|udp))?",
            "Write the machine's port, a colon, the container's port, in quotes, such as"
                    + " \"8080:80\"."),
    VOLUME(
            DiagnosticCode.BAD_VOLUME,
            "a mount of a container",
            "(/[^:\\r\\n]*|[A-Za-z0-9][A-Za-z0-9_.-]*):/[^:\\r\\n]*(:[A-Za-z0-9,=_-]+)?",
            "Write what is mounted, a colon, and where, such as"
                    + " /srv/www:/usr/share/nginx/html:ro."),
    VARIABLE(
            DiagnosticCode.BAD_VARIABLE,
            "the name of an environment variable",
            "[A-Za-z_][A-Za-z0-9_]*",
            "Use letters, digits and underscores, such as TZ or POSTGRES_DB."),
    CONTAINER_USER(
            DiagnosticCode.BAD_USER_NAME,
            "a user of a container",
            "[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?",
            "Write a name or number, and a group behind a colon if need be, such as \"1000\"."),
    SSHD_KEYWORD(
            DiagnosticCode.BAD_KEYWORD,
            "a keyword of sshd_config",
            "[A-Za-z][A-Za-z0-9]*",
            "Write it as sshd_config(5) has it, such as PasswordAuthentication."),
    SSHD_VALUE(
            DiagnosticCode.BAD_KEYWORD,
            "a value of sshd_config",
            "[^\\r\\n]*[^ \\t\\r\\n]",
            "Write what stands behind the keyword in sshd_config, in one line, such as \"no\"."),
    COMMAND(
            DiagnosticCode.WRONG_TYPE,
            "a command line",
            "[^\\r\\n]*[^ \\t\\r\\n][^\\r\\n]*",
            "Write one command in one line, such as /usr/local/bin/backup --quick."),
    CALENDAR(
            DiagnosticCode.BAD_CALENDAR,
            "a calendar event",
            "[A-Za-z0-9*][A-Za-z0-9*:,./~ _+-]*",
            "Write it as `systemd-analyze calendar` takes it, such as daily or Mon *-*-* 04:00."),
    TIME_SPAN(
            DiagnosticCode.BAD_DURATION,
            "a time span",
            "[0-9]{1,6} ?(ms|s|sec|m|min|h|hr|d|day|days|w|week|weeks)"
                    + "( ?[0-9]{1,6} ?(ms|s|sec|m|min|h|hr|d|day|days|w|week|weeks))*",
            "Write a number and a unit (s, min, h, d, w), such as 90s, 15min or 1d."),
    PORT_OR_RANGE(
            DiagnosticCode.BAD_PORT,
            "a port or a range of ports",
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(-([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?",
            "Write a number from 1 to 65535, or two with a hyphen in between, such as"
                    + " 60000-61000."),
    ROUTE_TARGET(
            DiagnosticCode.BAD_ROUTE,
            "the destination of a route",
            "default|[0-9A-Fa-f.:]+/[0-9]{1,3}",
            "Write a network with its prefix length, such as 10.0.0.0/8, or default."),
    NAT_FORWARD(
            DiagnosticCode.BAD_FORWARD,
            "a port and where it leads",
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]):[0-9]{1,3}(\\.[0-9]{1,3}){3}:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])",
            "Write this machine's port, the address inside and its port, in quotes, such as"
                    + " \"8080:192.168.1.2:80\"."),
    MOUNT_OPTION(
            DiagnosticCode.BAD_OPTION,
            "a mount option",
            "[A-Za-z0-9][A-Za-z0-9_.=:%/-]*",
            "Write one option of mount(8) to an item, such as noatime or uid=1000.");

    private final DiagnosticCode code;
    private final String noun;
    private final Pattern pattern;
    private final String help;

    Shape(DiagnosticCode code, String noun, String regex, String help) {
        this.code = code;
        this.noun = noun;
        this.pattern = Pattern.compile(regex);
        this.help = help;
    }

    /** Whether a text has this shape. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The code of the finding when it has not; {@link #ANY} has none. */
    public DiagnosticCode code() {
        return code;
    }

    /** What it is, with its article, for "... is not a host name". */
    public String noun() {
        return noun;
    }

    /** What to write instead. */
    public String help() {
        return help;
    }

    /** The expression with its anchors, for a JSON Schema. */
    public String regex() {
        return "^(?:" + pattern.pattern() + ")$";
    }

    /** Which numbers without quotes have this shape, where numbers are taken as texts. */
    public Numbers numbers() {
        return switch (this) {
            case PORT_OR_RANGE -> new Numbers(1, 65535);
            case FONT_SIZE -> new Numbers(0, 99);
            case CONTAINER_USER -> new Numbers(0, 4294967295L);
            default -> Numbers.ALL;
        };
    }

    /** Numbers from a least to a greatest one. */
    public record Numbers(long min, long max) {

        /** Every number, as it is written. */
        public static final Numbers ALL = new Numbers(Long.MIN_VALUE, Long.MAX_VALUE);

        /** Whether it is a number that counts, however it is written, and not its characters. */
        public boolean counted() {
            return !equals(ALL);
        }
    }

    /** Whether messages must not repeat the value. */
    public boolean secret() {
        return this == PASSWORD_HASH || this == SSH_KEY;
    }
}
