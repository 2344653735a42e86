package dev.coppice.app.code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text is written in, as far as colours need to know. The first rule that fits wins. */
public enum Language {
    PLAIN(""),
    INI(
            "(?m)(?<comment>^[ \\t]*[#;].*$)|(?<section>^\\[[^\\]\\r\\n]*\\])"
                    + "|(?<key>^[A-Za-z0-9_.-]+(?=[ \\t]*=))|(?<punctuation>=)"),
    SHELL(
            "(?m)(?<comment>(?:^|(?<=[ \\t;]))#.*$)"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)|'[^']*+')"
                    + "|(?<anchor>\\$\\{[^}\\r\\n]*\\}|\\$[A-Za-z0-9_@*#?!]+)"
                    + "|(?<bool>\\b(?:if|then|else|elif|fi|for|in|do|done|while|until|case|esac"
                    + "|function|return|exit|export|local|set|def|import|from|class|not|and|or)\\b)"
                    + "|(?<punctuation>[|&;<>(){}]+)"),
    BRACES(
            "(?m)(?<comment>#.*$)|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)|'[^']*+')"
                    + "|(?<key>^[ \\t]*[A-Za-z_][A-Za-z0-9_.-]*)|(?<anchor>\\$[A-Za-z0-9_]+)"
                    + "|(?<number>\\b[0-9]+[kmgsKMG]?\\b)|(?<punctuation>[{};]+)"),
    JSON(
            "(?<key>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+\"(?=\\s*:))|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z))"
                + "|(?<number>-?\\b[0-9][0-9.eE+-]*)|(?<bool>\\b(?:true|false|null)\\b)"
                + "|(?<punctuation>[{}\\[\\],:]+)"),
    YAML(
            "(?m)(?<comment>(?:^|(?<=\\s))#.*$)"
                    + "|(?<key>^[ \\t]*(?:- )*[A-Za-z0-9_./\"'-]+(?=:(?:\\s|$)))"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)|'[^']*+')"
                    + "|(?<bool>\\b(?:true|false|null|yes|no)\\b)|(?<number>\\b[0-9][0-9.]*\\b)"
                    + "|(?<anchor>[&*!][A-Za-z0-9_]+)|(?<punctuation>[{}\\[\\],|>:]+)"),
    XML(
            "(?s)(?<comment><!--.*?(?:-->|\\z))|(?<key></?[A-Za-z!?][A-Za-z0-9:-]*|/?>)"
                    + "|(?<string>\"[^\"<]*\")|(?<number>&[a-z#0-9]+;)"),
    NIX(
            "(?m)(?<comment>#.*$|/\\*[\\s\\S]*?(?:\\*/|\\z))"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)"
                    + "|''(?:[^']|'''|''[$\\\\]|'(?!'))*+(?:''|'?\\z))"
                    + "|(?<bool>\\b(?:true|false|null|let|in|with|inherit|rec|if|then|else)\\b)"
                    + "|(?<key>[A-Za-z_][A-Za-z0-9_'-]*+"
                    + "(?:\\.[A-Za-z0-9_\"'-]++)*+"
                    + "(?=[ \\t]*+=(?!=)))"
                    + "|(?<number>\\b[0-9][0-9.]*\\b)|(?<punctuation>[{}\\[\\]();:=?@,]+)"),
    DOCKERFILE(
            "(?m)(?<comment>^[ \\t]*#.*$)|(?<key>^(?:FROM|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY"
                    + "|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK"
                    + "|SHELL)\\b)"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)|'[^']*+')"
                    + "|(?<anchor>\\$\\{[^}\\r\\n]*\\}|\\$[A-Za-z0-9_]+|--[a-z][a-z-]*)"
                    + "|(?<bool>\\b(?:AS|true|false)\\b)|(?<punctuation>[|&;<>(){}\\[\\],=\\\\]+)"),
    PUPPET(
            "(?m)(?<comment>#.*$)|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*+(?:\"|\\\\?\\z)"
                    + "|'(?:[^'\\\\]|\\\\[\\s\\S])*+(?:'|\\\\?\\z))"
                    + "|(?<key>\\b[a-z_]+(?=[ \\t]*=>))|(?<anchor>\\$[a-z_:]+)"
                    + "|(?<bool>\\b(?:true|false|undef|class|define|include|node|if|else|unless"
                    + "|present|absent|running|installed)\\b)"
                    + "|(?<number>\\b[0-9][0-9.]*\\b)|(?<punctuation>[{}\\[\\]():=>,~-]+)"),
    MARKDOWN(
            "(?m)(?<section>^#{1,6} .*$)|(?<string>`[^`\\r\\n]+`|^ {4}.*$)"
                    + "|(?<key>\\[[^\\]\\r\\n]*\\](?=\\())"
                    + "|(?<punctuation>^[ \\t]*(?:[-*|]|[0-9]+\\.)(?= ))"),
    CONF(
            "(?m)(?<comment>(?:^|(?<=\\s))#.*$)|(?<string>\"[^\"\\r\\n]*\")"
                    + "|(?<key>^[ \\t]*[A-Za-z][A-Za-z0-9_.-]*(?=[ \\t=:]))"
                    + "|(?<number>\\b[0-9][0-9.]*\\b)");

    /** The groups of the expressions; each has a style of the same name. */
    static final List<String> GROUPS =
            List.of(
                    "comment",
                    "section",
                    "key",
                    "string",
                    "number",
                    "bool",
                    "anchor",
                    "punctuation");

    private final Pattern pattern;

    Language(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** What is coloured in a text, in order. */
    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    /** Whether its expression has a group. */
    boolean has(String group) {
        return pattern.namedGroups().containsKey(group);
    }

    /** The language of a file by its name, and by its first line where the name does not tell. */
    public static Language of(String path, String text) {
        String name = path.toLowerCase(Locale.ROOT);
        return byFirstLine(text)
                .or(() -> byEnding(name))
                .orElseGet(() -> text.isBlank() && name.isEmpty() ? PLAIN : byPlace(name));
    }

    private static Optional<Language> byFirstLine(String text) {
        if (text.startsWith("#!")) {
            return Optional.of(SHELL);
        }
        String head = text.stripLeading();
        if (head.startsWith("[Unit]") || head.startsWith("[Service]")) {
            return Optional.of(INI);
        }
        return head.startsWith("<!") || head.startsWith("<?xml")
                ? Optional.of(XML)
                : Optional.empty();
    }

    private static Optional<Language> byEnding(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "service",
                    "socket",
                    "timer",
                    "path",
                    "mount",
                    "automount",
                    "target",
                    "swap",
                    "slice",
                    "network",
                    "netdev",
                    "link",
                    "ini",
                    "desktop",
                    "toml",
                    "cfg" ->
                    Optional.of(INI);
            case "sh", "bash", "py", "rb", "pl", "profile", "bashrc" -> Optional.of(SHELL);
            case "json" -> Optional.of(JSON);
            case "yaml", "yml" -> Optional.of(YAML);
            case "html", "htm", "xml", "svg", "xhtml" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }

    private static Language byPlace(String name) {
        if (name.contains("nginx")
                || name.endsWith("caddyfile")
                || name.endsWith("nftables.conf")) {
            return BRACES;
        }
        if (name.contains("/systemd/") || name.contains("/samba/")) {
            return INI;
        }
        return name.contains("/bin/") || name.contains("profile") ? SHELL : CONF;
    }
}
