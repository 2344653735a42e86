package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages, files, certificates and commands. */
final class CloudInitSoftware {

    /** Keeps services from starting while they are installed, as builds do in any case. */
    private static final String POLICY = "/usr/sbin/policy-rc.d";

    private static final Pattern LOCALE =
            Pattern.compile("awk -v name=(\\S+) '\\$1 == name' /usr/share/i18n/SUPPORTED.*");

    private final Foreign source;
    private final Draft draft;
    private final Commands commands;
    private final SettingTexts settings;

    CloudInitSoftware(Foreign source, Draft draft, Commands commands) {
        this.source = source;
        this.draft = draft;
        this.commands = commands;
        this.settings = new SettingTexts(draft);
    }

    /** What is known only when all has been read. */
    void finish() {
        settings.finish();
        settings.timers().forEach(timer -> draft.remove("services", timer));
    }

    boolean take(String key) {
        YamlPath path = YamlPath.of(key);
        switch (key) {
            case "packages" -> packages(path);
            case "write_files" -> files(path);
            case "runcmd", "bootcmd" -> commands(path);
            case "ca_certs", "ca-certs" -> certificates(path);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void packages(YamlPath path) {
        for (int i = 0; i < source.size(path); i++) {
            YamlPath item = path.index(i);
            boolean pinned = source.size(item) > 0;
            String name = source.text(pinned ? item.index(0) : item).orElse("");
            if (!Shape.PACKAGE.matches(name)) {
                source.dropped(item, "It is not the name of a Debian package.");
                continue;
            }
            draft.add("packages", new YamlValue.Text(name));
            if (pinned) {
                source.near(item, "packages", "The lock decides the version, not the spec.");
            } else {
                source.taken(item, "packages");
            }
        }
    }

    private void files(YamlPath path) {
        for (int i = 0; i < source.size(path); i++) {
            file(path.index(i));
        }
    }

    private void file(YamlPath item) {
        Optional<String> path = source.text(item.key("path")).filter(Shape.ABSOLUTE_PATH::matches);
        Optional<String> content = content(item);
        if (path.isEmpty()) {
            source.dropped(item, "It has no absolute path.");
        } else if (content.isEmpty()) {
            source.dropped(item, "Its content is no text. Put it in the project as a file.");
        } else if (source.bool(item.key("append")).orElse(false)) {
            source.dropped(item, "Nothing is appended to files; write the whole file.");
        } else if (SecretTexts.isSecret(content.get())) {
            source.dropped(item, "It is a private key, and secrets do not belong in a spec.");
        } else if (path.get().equals(POLICY)) {
            source.taken(item, "");
        } else if (settings.take(path.get(), content.get())) {
            source.taken(item, "");
            unread(item);
        } else {
            unread(item);
            var file = new LinkedHashMap<String, YamlValue>();
            file.put("path", new YamlValue.Text(path.get()));
            source.text(item.key("permissions"))
                    .map(mode -> mode.replaceFirst("^0o?(?=[0-7]{3,4}$)", "0"))
                    .filter(Shape.MODE::matches)
                    .ifPresent(mode -> file.put("mode", new YamlValue.Text(mode)));
            String[] owner = source.text(item.key("owner")).orElse("").split(":", 2);
            if (Shape.USER_NAME.matches(owner[0])) {
                file.put("owner", new YamlValue.Text(owner[0]));
            }
            if (owner.length == 2 && Shape.USER_NAME.matches(owner[1])) {
                file.put("group", new YamlValue.Text(owner[1]));
            }
            file.put("content", new YamlValue.Text(content.get()));
            draft.add("files", new YamlValue.Fields(file));
            source.taken(item, "files");
        }
    }

    /** What is said of a file and cannot be said in a spec. */
    private void unread(YamlPath item) {
        if (source.at(item.key("source")).isPresent()) {
            source.dropped(item.key("source"), "Files are not downloaded; the content is taken.");
        }
        boolean mode =
                source.text(item.key("permissions"))
                        .filter(text -> !text.matches("0?o?[0-7]{3,4}"))
                        .isEmpty();
        if (!mode) {
            source.dropped(item.key("permissions"), "They are no permission bits.");
        }
        boolean owner =
                Stream.of(source.text(item.key("owner")).orElse("root").split(":", 2))
                        .allMatch(Shape.USER_NAME::matches);
        if (!owner) {
            source.dropped(item.key("owner"), "A spec cannot have an owner of this name.");
        }
    }

    private Optional<String> content(YamlPath item) {
        String text = source.text(item.key("content")).orElse("");
        String encoding = source.text(item.key("encoding")).orElse("text/plain");
        return switch (encoding) {
            case "text/plain" -> Optional.of(text);
            case "b64", "base64" -> decoded(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void commands(YamlPath path) {
        boolean any = false;
        for (int i = 0; i < source.size(path); i++) {
            YamlPath item = path.index(i);
            if (known(item)) {
                source.taken(item, "");
                continue;
            }
            any = true;
            switch (source.at(item).orElse(null)) {
                case YSeq words ->
                        commands.add(
                                source.texts(item).stream()
                                        .map(Commands::quoted)
                                        .collect(Collectors.joining(" ")));
                case YScalar line -> commands.add(line.value().stripTrailing());
                case null, default -> source.dropped(item, "It is not a command.");
            }
        }
        if (!any) {
            return;
        }
        source.near(
                path,
                "units",
                "A unit, "
                        + Commands.UNIT
                        + ", runs the commands at each boot, as what they write is thrown away."
                        + " Better say what they do as fields of the spec.");
    }

    /** Commands that say what fields of a spec say. */
    private boolean known(YamlPath item) {
        List<String> words =
                source.size(item) > 0
                        ? source.texts(item)
                        : List.of(source.text(item).orElse("").strip().split("\\s+"));
        boolean once = words.size() > 3 && words.getFirst().equals("cloud-init-per");
        return known(once ? words.subList(3, words.size()) : words, item);
    }

    private boolean known(List<String> words, YamlPath item) {
        return switch (words.getFirst()) {
            case "systemctl" -> unit(words);
            case "rm" -> words.equals(List.of("rm", "-f", POLICY));
            case "groupadd" -> group(words);
            case "setupcon", "locale-gen" ->
                    words.stream().skip(1).allMatch(word -> word.startsWith("-"));
            case "(" -> locales(source.text(item).orElse(""));
            default -> false;
        };
    }

    private boolean unit(List<String> words) {
        List<String> units = words.stream().skip(2).filter(word -> !word.startsWith("--")).toList();
        if (units.isEmpty() || !units.stream().allMatch(Shape.UNIT_NAME::matches)) {
            return false;
        }
        for (String unit : units) {
            switch (words.get(1)) {
                case "enable" -> state(unit, "enabled", true);
                case "disable" -> state(unit, "enabled", false);
                case "mask" -> state(unit, "masked", true);
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void state(String unit, String key, boolean value) {
        draft.set("services", unit, Draft.record(Map.of(key, new YamlValue.Bool(value))));
    }

    private boolean group(List<String> words) {
        String name = words.getLast();
        int gid = words.indexOf("--gid") + 1;
        if (!Shape.USER_NAME.matches(name)
                || gid < 1
                || gid >= words.size() - 1
                || !words.get(gid).matches("\\d{1,5}")) {
            return false;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        fields.put("gid", new YamlValue.Int(Long.parseLong(words.get(gid))));
        draft.add("groups", new YamlValue.Fields(fields));
        return true;
    }

    /** The script of an export that makes locales. */
    private boolean locales(String script) {
        var names = new ArrayList<String>();
        for (String line : script.lines().map(String::strip).toList()) {
            Matcher name = LOCALE.matcher(line);
            if (name.matches()) {
                names.add(name.group(1));
            } else if (!Set.of("(", ")", "locale-gen", "").contains(line)) {
                return false;
            }
        }
        if (!names.isEmpty()) {
            draft.set("locales", Draft.texts(names));
        }
        return !names.isEmpty();
    }

    private void certificates(YamlPath path) {
        List<String> trusted = source.texts(path.key("trusted"));
        for (int i = 0; i < trusted.size(); i++) {
            var file = new LinkedHashMap<String, YamlValue>();
            String name = "/usr/local/share/ca-certificates/imported-" + (i + 1) + ".crt";
            file.put("path", new YamlValue.Text(name));
            file.put("content", new YamlValue.Text(trusted.get(i) + "\n"));
            draft.add("files", new YamlValue.Fields(file));
        }
        if (trusted.isEmpty()) {
            source.dropped(path, "It names no certificate to trust.");
            return;
        }
        draft.add("packages", new YamlValue.Text("ca-certificates"));
        commands.add("update-ca-certificates");
        source.near(
                path,
                "files",
                "The certificates are files, which " + Commands.UNIT + " makes trusted at boot.");
    }
}
