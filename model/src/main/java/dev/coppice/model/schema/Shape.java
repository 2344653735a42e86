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
                    + " \"8080:80\".");

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

    /** Whether messages must not repeat the value. */
    public boolean secret() {
        return this == PASSWORD_HASH || this == SSH_KEY;
    }
}
