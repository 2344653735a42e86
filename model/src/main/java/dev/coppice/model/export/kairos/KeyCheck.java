package dev.coppice.model.export.kairos;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Words;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that Kairos does not know, and values of another type than it reads. */
final class KeyCheck {

    /** Keys of which people think that they exist, by their names, with what does. */
    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("packages", "Install packages in the Dockerfile."),
                    Map.entry("package_update", "Install packages in the Dockerfile."),
                    Map.entry("package_upgrade", "Upgrade to a new image."),
                    Map.entry("timezone", "Set the time zone in the Dockerfile."),
                    Map.entry("locale", "Make locales in the Dockerfile."),
                    Map.entry("ntp", "Use timesyncd in a step of stages.initramfs."),
                    Map.entry("bootcmd", "Use commands in a step of stages.boot."),
                    Map.entry("chpasswd", "Give users a passwd."),
                    Map.entry("ssh_pwauth", "Use install.ssh_hardening, or a file of sshd."),
                    Map.entry("swap", "Use commands in a step of stages.boot."),
                    Map.entry("mounts", "Use install.bind_mounts or commands."),
                    Map.entry("apt", "Add archives in the Dockerfile."),
                    Map.entry("power_state", "Use install.reboot or install.poweroff."),
                    Map.entry("final_message", "Write /etc/issue or /etc/motd."),
                    Map.entry(
                            "sudo",
                            "Put the user into the group admin, or write a file of"
                                    + " /etc/sudoers.d."),
                    Map.entry("plain_text_passwd", "Use passwd."),
                    Map.entry("hashed_passwd", "Use passwd."),
                    Map.entry("lockPasswd", "The schema says so, but Kairos reads lock_passwd."),
                    Map.entry("no_format", "The schema says so, but Kairos reads no-format."),
                    Map.entry("image", "The schema says so, but Kairos reads source."),
                    Map.entry("uri", "Kairos reads source."),
                    Map.entry("owner_string", "Kairos reads ownerstring."),
                    Map.entry("systctl", "Kairos reads sysctl."),
                    Map.entry("append", "Files are written whole."),
                    Map.entry("defer", "Use a file in a step of stages.boot."));

    /** Keys whose values yip reads when it reads a file at all. */
    private static final Set<String> OF_THE_FILE =
            Set.of(
                    "users",
                    "write_files",
                    "runcmd",
                    "hostname",
                    "ssh_authorized_keys",
                    "growpart",
                    "milpa_files");

    private static final Set<YamlPath> DOTTED =
            Set.of(YamlPath.of("install"), YamlPath.of("upgrade"), YamlPath.of("reset"));

    private final KairosKeys table;
    private final KairosFindings findings;

    KeyCheck(KairosKeys table, KairosFindings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check(YNode root) {
        record(root, table, YamlPath.ROOT);
    }

    private void record(YNode node, KairosKeys place, YamlPath path) {
        if (!(node instanceof YMap map)) {
            wrongType(node, path, "keys and values");
            return;
        }
        var seen = new HashSet<String>();
        for (YNode.Entry entry : map.entries()) {
            String key = entry.key().value();
            YamlPath at = path.key(key);
            if (!seen.add(key)) {
                add(
                        "kairos-key-twice",
                        Severity.ERROR,
                        at,
                        "The key stands here twice: Kairos" + " reads none of the file.",
                        "Leave one of them.");
            }
            Optional<KairosKeys> known = place.at(key).or(() -> dotted(key, place, path));
            if (known.isEmpty() || isNearMiss(key, place)) {
                unknown(key, place, at);
            }
            known.ifPresent(there -> value(entry.value(), there, at));
        }
    }

    /** The installer's settings may be written with dots: {@code partitions.oem.size}. */
    private static Optional<KairosKeys> dotted(String key, KairosKeys place, YamlPath path) {
        if (!key.contains(".") || !DOTTED.contains(path)) {
            return Optional.empty();
        }
        Optional<KairosKeys> at = Optional.of(place);
        for (String step : key.split("\\.")) {
            at = at.flatMap(it -> it.at(step));
        }
        return at;
    }

    /** Where any key is allowed, one that is almost a known one is still a mistake. */
    private static boolean isNearMiss(String key, KairosKeys place) {
        return place.isOpen()
                && !place.keys().containsKey(key)
                && new Words(named(place)).near(key).isPresent();
    }

    private static List<String> named(KairosKeys place) {
        return place.keys().keySet().stream().filter(name -> !name.equals("*")).toList();
    }

    private void unknown(String key, KairosKeys place, YamlPath at) {
        String instead = INSTEAD.get(key);
        Optional<String> near = new Words(named(place)).near(key);
        if (instead == null && near.isEmpty() && at.steps().size() == 1) {
            // Bundles read keys of their own.
            return;
        }
        String help =
                instead != null
                        ? instead
                        : near.map(name -> "Did you mean " + name + "?")
                                .orElse("Take it out, or look the key up in Kairos' reference.");
        findings.add(
                new KairosFinding(
                        "kairos-unknown-key",
                        Severity.WARNING,
                        at,
                        "Kairos knows no key " + key + " here and ignores it.",
                        help,
                        instead == null
                                ? near.map(name -> Fixes.rename(at, name))
                                : Optional.empty()));
    }

    private void value(YNode node, KairosKeys place, YamlPath path) {
        if (node instanceof YScalar scalar && scalar.type() == Type.NULL) {
            return;
        }
        switch (place.kind()) {
            case RECORD -> record(node, place, path);
            case LIST -> items(node, place.items(), path);
            case TEXT -> {
                if (!(node instanceof YScalar)) {
                    wrongType(node, path, "a text");
                }
            }
            case BOOL -> {
                if (!(node instanceof YScalar scalar && isBool(scalar))) {
                    wrongType(node, path, "true or false");
                }
            }
            case INT -> {
                if (!(node instanceof YScalar scalar && isPlain(scalar, "[-+]?[0-9]+"))) {
                    wrongType(node, path, "a whole number");
                }
            }
            case OCTAL -> mode(node, path);
            case TEXTS -> texts(node, path);
            case STRINGS -> {
                if (node instanceof YMap map) {
                    map.entries().stream()
                            .filter(entry -> !(entry.value() instanceof YScalar))
                            .forEach(
                                    entry ->
                                            wrongType(
                                                    entry.value(),
                                                    path.key(entry.key().value()),
                                                    "a text"));
                } else {
                    wrongType(node, path, "keys and texts");
                }
            }
            case ANY -> {}
        }
    }

    private void items(YNode node, KairosKeys item, YamlPath path) {
        if (node instanceof YSeq list) {
            for (int i = 0; i < list.items().size(); i++) {
                value(list.items().get(i), item, path.index(i));
            }
        } else {
            wrongType(node, path, "a list");
        }
    }

    private void texts(YNode node, YamlPath path) {
        if (!(node instanceof YSeq list)) {
            wrongType(node, path, "a list of texts");
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            if (!(list.items().get(i) instanceof YScalar)) {
                wrongType(list.items().get(i), path.index(i), "a text");
            }
        }
    }

    private void mode(YNode node, YamlPath path) {
        if (!(node instanceof YScalar scalar && isPlain(scalar, "[0-9]+|0o[0-7]+"))) {
            wrongType(node, path, "a number in octal without quotes, 0644");
        } else if (!scalar.value().startsWith("0")) {
            add(
                    "kairos-decimal-mode",
                    Severity.ERROR,
                    path,
                    "Kairos reads " + scalar.value() + " as a decimal number: another mode.",
                    "Write 0" + scalar.value() + ".");
        }
    }

    private static boolean isPlain(YScalar scalar, String pattern) {
        return scalar.style() == Style.PLAIN && scalar.value().matches(pattern);
    }

    /** Go's YAML takes the words of YAML 1.1, too, where it wants a boolean. */
    private static boolean isBool(YScalar scalar) {
        return isPlain(scalar, "(?i)true|false|yes|no|on|off|y|n");
    }

    private void wrongType(YNode node, YamlPath path, String wanted) {
        String first = path.steps().isEmpty() ? "" : path.toString().split("[.\\[]", 2)[0];
        String loss =
                switch (first) {
                    case "stages" -> "Kairos loses all stages of the file without a word.";
                    case "" -> "Kairos reads nothing of it.";
                    default ->
                            OF_THE_FILE.contains(first)
                                    ? "Kairos does not load the file, nor any other of its folder."
                                    : "Kairos does not take it.";
                };
        String what =
                switch (node) {
                    case YScalar scalar -> "a single value";
                    case YSeq list -> "a list";
                    case YMap map -> "keys and values";
                };
        add(
                "kairos-wrong-type",
                Severity.ERROR,
                path,
                "This is " + what + ", not " + wanted + ". " + loss,
                "Write " + wanted + ".");
    }

    private void add(String code, Severity severity, YamlPath path, String message, String help) {
        findings.add(new KairosFinding(code, severity, path, message, help));
    }
}
