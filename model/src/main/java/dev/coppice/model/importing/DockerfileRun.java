package dev.coppice.model.importing;

import dev.coppice.model.importing.DockerfileText.Instruction;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands that make an image: those that fields of a spec say become these. */
final class DockerfileRun {

    private static final Set<String> MANAGERS =
            Set.of("apt-get", "apt", "dnf", "yum", "microdnf", "zypper", "apk", "tdnf");

    /** What tidies up, or is done by every build of Coppice. */
    private static final String NOTHING =
            "((apt-get|apt|dnf|yum|microdnf|zypper|apk) (\\S+ )*?(update|upgrade|dist-upgrade|clean"
                    + "|autoremove|autoclean|refresh|ref|makecache|dup)( .*)?"
                    + "|rm -r?f?r? (/var/(lib/apt/lists|cache/\\S*)|/tmp/)\\S*( .*)?"
                    + "|set -\\S+.*|(\\S*/)?kairos-init( .*)?|locale-gen( .*)?|true|:)";

    private final Draft draft;
    private final List<ImportNote> notes;
    private final SettingTexts settings;

    DockerfileRun(Draft draft, List<ImportNote> notes, SettingTexts settings) {
        this.draft = draft;
        this.notes = notes;
        this.settings = settings;
    }

    void take(Instruction each, Map<String, String> variables) {
        String script = each.rest().replaceAll("^(--\\S+\\s+)+", "");
        if (!each.texts().isEmpty()) {
            script = each.texts().getFirst().content();
        } else if (script.strip().startsWith("[")) {
            script = script.replaceAll("^\\s*\\[|]\\s*$", "").replaceAll("\"\\s*,\\s*\"", "\" \"");
        }
        for (List<String> words : ShellCommands.of(script)) {
            List<String> said =
                    words.stream()
                            .map(word -> ShellCommands.expanded(word, variables))
                            .dropWhile(word -> word.matches("\\w+=.*|sudo|env|exec"))
                            .toList();
            if (!said.isEmpty()) {
                command(each, said);
            }
        }
    }

    private void note(
            Instruction each, List<String> words, Outcome outcome, String target, String reason) {
        String line = String.join(" ", words);
        String field = "RUN " + (line.length() > 60 ? line.substring(0, 60) + " ..." : line);
        notes.add(DockerfileImporter.note(each, field.replace("\n", " "), outcome, target, reason));
    }

    private void command(Instruction each, List<String> words) {
        String line = String.join(" ", words);
        String first = words.getFirst();
        if (MANAGERS.contains(first)
                && words.stream().anyMatch(Set.of("install", "in", "add")::contains)) {
            install(each, words);
        } else if (line.matches(NOTHING)) {
            note(each, words, Outcome.TAKEN, "", "");
        } else if (first.equals("systemctl") && unit(words)) {
            note(each, words, Outcome.TAKEN, "services", "");
        } else if (first.equals("ln") && timezone(words)) {
            note(each, words, Outcome.TAKEN, "timezone", "");
        } else if (first.equals("groupadd") && group(words)) {
            note(each, words, Outcome.TAKEN, "groups", "");
        } else if (first.equals("echo") || first.equals("printf")) {
            written(each, words);
        } else if (first.equals("mkdir")) {
            note(
                    each,
                    words,
                    Outcome.APPROXIMATED,
                    "",
                    "Folders are made with the files in them; an empty one is left out.");
        } else {
            note(
                    each,
                    words,
                    Outcome.DROPPED,
                    "",
                    "A build of Coppice runs no commands. Say what it does with fields, or with a"
                            + " unit that does it at boot.");
        }
    }

    private void install(Instruction each, List<String> words) {
        boolean debian = words.getFirst().startsWith("apt");
        List<String> names =
                words.stream()
                        .skip(1)
                        .takeWhile(word -> !word.matches("[|<>]+"))
                        .filter(word -> !word.startsWith("-"))
                        .filter(word -> !Set.of("install", "in", "add").contains(word))
                        .toList();
        for (String word : names) {
            String name = word.replaceFirst("[=/~<>].*", "");
            String field = words.getFirst() + " install " + word;
            if (!Shape.PACKAGE.matches(name) || word.startsWith("/") || word.startsWith("./")) {
                notes.add(
                        DockerfileImporter.note(
                                each,
                                field,
                                Outcome.DROPPED,
                                "",
                                "It is not the name of a Debian package."));
                continue;
            }
            draft.add("packages", new YamlValue.Text(name));
            String reason =
                    !debian
                            ? "It is a name of another distribution; Debian's may be another."
                            : name.equals(word)
                                    ? ""
                                    : "The lock decides the version, not the spec.";
            notes.add(
                    DockerfileImporter.note(
                            each,
                            field,
                            reason.isEmpty() ? Outcome.TAKEN : Outcome.APPROXIMATED,
                            "packages",
                            reason));
        }
    }

    private boolean unit(List<String> words) {
        List<String> units = words.stream().skip(2).filter(word -> !word.startsWith("-")).toList();
        if (units.isEmpty() || !units.stream().allMatch(Shape.UNIT_NAME::matches)) {
            return false;
        }
        String verb = words.get(1);
        if (!Set.of("enable", "disable", "mask").contains(verb)) {
            return false;
        }
        String key = verb.equals("mask") ? "masked" : "enabled";
        boolean value = !verb.equals("disable");
        units.forEach(
                unit ->
                        draft.set(
                                "services",
                                unit,
                                Draft.record(Map.of(key, new YamlValue.Bool(value)))));
        return true;
    }

    private boolean timezone(List<String> words) {
        List<String> paths = words.stream().filter(word -> word.startsWith("/")).toList();
        String zone = paths.isEmpty() ? "" : paths.getFirst().replace("/usr/share/zoneinfo/", "");
        boolean is =
                paths.size() == 2
                        && paths.getLast().equals("/etc/localtime")
                        && Shape.TIMEZONE.matches(zone);
        if (is) {
            draft.set("timezone", zone);
        }
        return is;
    }

    private boolean group(List<String> words) {
        String name = words.getLast();
        int gid = Math.max(words.indexOf("--gid"), words.indexOf("-g")) + 1;
        if (!Shape.USER_NAME.matches(name)
                || words.stream()
                        .skip(1)
                        .anyMatch(
                                w ->
                                        w.startsWith("-")
                                                && !w.matches("--gid|-g|-f|--force|-r|--system"))) {
            return false;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        if (gid > 0 && gid < words.size() - 1 && words.get(gid).matches("\\d{1,5}")) {
            fields.put("gid", new YamlValue.Int(Long.parseLong(words.get(gid))));
        }
        draft.add("groups", new YamlValue.Fields(fields));
        return true;
    }

    /** {@code echo words > /path}: a file. */
    private void written(Instruction each, List<String> words) {
        int arrow = words.indexOf(">");
        String path = arrow >= 0 && arrow == words.size() - 2 ? words.getLast() : "";
        List<String> said =
                arrow < 0
                        ? List.of()
                        : words.subList(1, arrow).stream()
                                .filter(word -> !word.matches("-[ne]+"))
                                .collect(Collectors.toList());
        boolean plain =
                Shape.ABSOLUTE_PATH.matches(path)
                        && said.stream().noneMatch(word -> word.contains("$") || word.contains("`"))
                        && !(words.getFirst().equals("printf") && said.size() != 1);
        if (!plain) {
            note(
                    each,
                    words,
                    Outcome.DROPPED,
                    "",
                    "What it writes is known only when it runs; write the whole file under files.");
            return;
        }
        boolean escapes = words.getFirst().equals("printf") || words.contains("-e");
        String text = String.join(" ", said);
        String content =
                (escapes ? text.replace("\\n", "\n").replace("\\t", "\t") : text)
                        + (words.getFirst().equals("printf") || words.contains("-n") ? "" : "\n");
        if (!settings.take(path, content)) {
            var file = new LinkedHashMap<String, YamlValue>();
            file.put("path", new YamlValue.Text(path));
            file.put("content", new YamlValue.Text(content));
            draft.add("files", new YamlValue.Fields(file));
        }
        note(each, words, Outcome.TAKEN, "files", "");
    }
}
