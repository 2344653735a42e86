package dev.coppice.model.importing;

import dev.coppice.model.importing.DockerfileText.Instruction;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The instructions that make an image. */
final class DockerfileStage {

    private static final Set<String> OF_CONTAINERS =
            Set.of(
                    "CMD",
                    "ENTRYPOINT",
                    "EXPOSE",
                    "HEALTHCHECK",
                    "STOPSIGNAL",
                    "VOLUME",
                    "USER",
                    "LABEL",
                    "MAINTAINER",
                    "SHELL",
                    "ONBUILD");

    private static final Map<String, String> DEBIAN =
            Map.of("bookworm", "bookworm", "12", "bookworm", "trixie", "trixie", "13", "trixie");

    private final ImportSource source;
    private final Draft draft;
    private final List<ImportNote> notes;
    private final List<Import.Copy> copies;
    private final DockerfileRun run;
    private final SettingTexts settings;
    private final Map<String, String> variables = new HashMap<>();
    private String directory = "/";

    DockerfileStage(
            ImportSource source, Draft draft, List<ImportNote> notes, List<Import.Copy> copies) {
        this.source = source;
        this.draft = draft;
        this.notes = notes;
        this.copies = copies;
        this.settings = new SettingTexts(draft);
        this.run = new DockerfileRun(draft, notes, settings);
    }

    void finish() {
        settings.finish();
    }

    private void note(Instruction each, Outcome outcome, String target, String reason) {
        notes.add(DockerfileImporter.note(each, outcome, target, reason));
    }

    void take(Instruction each) {
        switch (each.word()) {
            case "FROM" -> from(each);
            case "ARG" -> variable(each, each.rest());
            case "ENV" -> environment(each);
            case "RUN" -> run.take(each, variables);
            case "COPY", "ADD" -> copy(each);
            case "WORKDIR" -> {
                directory = absolute(ShellCommands.expanded(each.rest().strip(), variables));
                note(each, Outcome.TAKEN, "", "");
            }
            default ->
                    note(
                            each,
                            Outcome.DROPPED,
                            "",
                            OF_CONTAINERS.contains(each.word())
                                    ? "It is about containers; a machine that boots does without."
                                    : "It is no instruction that the importer knows.");
        }
    }

    private void from(Instruction each) {
        String image = ShellCommands.expanded(each.rest(), variables);
        String plain = image.replaceFirst("^(docker\\.io/)?(library/)?", "");
        String tag = plain.replaceFirst("^[^:]*:", "").replaceFirst("-.*", "");
        if (plain.startsWith("debian:") && DEBIAN.containsKey(tag)) {
            draft.set("base", "release", new YamlValue.Text(DEBIAN.get(tag)));
            note(each, Outcome.TAKEN, "base.release", "");
        } else {
            note(
                    each,
                    Outcome.APPROXIMATED,
                    "base.release",
                    "Generations are made of Debian; " + image + " is another system or release.");
        }
    }

    private void variable(Instruction each, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            String value = pair.substring(equals + 1).strip().replaceAll("^[\"']|[\"']$", "");
            variables.put(
                    pair.substring(0, equals).strip(), ShellCommands.expanded(value, variables));
        }
        note(each, Outcome.TAKEN, "", "");
    }

    private void environment(Instruction each) {
        List<List<String>> words = ShellCommands.of(each.rest());
        List<String> pairs = words.isEmpty() ? List.of() : words.getFirst();
        boolean old = !pairs.isEmpty() && !pairs.getFirst().contains("=");
        if (old && pairs.size() > 1) {
            variables.put(pairs.getFirst(), String.join(" ", pairs.subList(1, pairs.size())));
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                variables.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        boolean build = pairs.stream().allMatch(pair -> pair.startsWith("DEBIAN_FRONTEND"));
        if (build) {
            note(each, Outcome.TAKEN, "", "");
        } else {
            note(
                    each,
                    Outcome.DROPPED,
                    "",
                    "Variables of an image do not reach a machine that boots it; write a file"
                            + " such as /etc/environment if programs need them.");
        }
    }

    private String absolute(String path) {
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        return whole.replaceAll("//+", "/");
    }

    private void copy(Instruction each) {
        var words = new ArrayList<String>();
        String mode = "";
        String owner = "";
        String checksum = "";
        List<List<String>> all = ShellCommands.of(each.rest().replaceAll("<<(-?)", "@@"));
        List<String> parts =
                each.rest().strip().startsWith("[")
                        ? List.of(
                                each.rest().replaceAll("[\\[\\]\"]", "").strip().split("\\s*,\\s*"))
                        : all.isEmpty() ? List.of() : all.getFirst();
        for (String word : parts) {
            String value = ShellCommands.expanded(word.replaceFirst("^--\\w+=", ""), variables);
            if (word.startsWith("--from=")) {
                note(
                        each,
                        Outcome.DROPPED,
                        "",
                        "It takes files from " + value + ", which is another image or stage.");
                return;
            } else if (word.startsWith("--chmod=")) {
                mode = value;
            } else if (word.startsWith("--chown=")) {
                owner = value;
            } else if (word.startsWith("--checksum=")) {
                checksum = value;
            } else if (!word.startsWith("--")) {
                words.add(ShellCommands.expanded(word, variables));
            }
        }
        if (words.size() < 2) {
            note(each, Outcome.DROPPED, "", "It does not say what is copied where.");
            return;
        }
        String to = absolute(words.removeLast());
        for (String from : words) {
            one(each, from, to, words.size() > 1, new Traits(mode, owner, checksum));
        }
    }

    /** What is said of all files that are copied. */
    private record Traits(String mode, String owner, String checksum) {}

    private void one(Instruction each, String from, String to, boolean many, Traits traits) {
        String name = from.substring(from.lastIndexOf('/') + 1);
        boolean folder = to.endsWith("/") || many || directories().contains(to);
        String place = folder ? (to + "/" + name).replaceAll("//+", "/") : to;
        if (from.startsWith("@@")) {
            String wanted = from.replaceAll("[@\"'-]", "");
            each.texts().stream()
                    .filter(text -> text.name().equals(wanted))
                    .findFirst()
                    .ifPresent(
                            text -> file(each, folder ? to + wanted : to, traits, text.content()));
        } else if (from.matches("https?://.*")) {
            download(each, from, place, traits);
        } else {
            String clean = from.replaceFirst("^\\./", "").replaceFirst("/$", "");
            boolean there = source.files().size(clean).isPresent();
            if (there && Shape.PROJECT_PATH.matches(clean) && Shape.ABSOLUTE_PATH.matches(place)) {
                copied(each, clean, place, traits);
            } else {
                tree(each, clean, to, traits);
            }
        }
    }

    private static Set<String> directories() {
        return Set.of("/", "/etc", "/usr", "/usr/local", "/usr/local/bin", "/opt", "/root", "/srv");
    }

    /** The files of a folder. */
    private void tree(Instruction each, String from, String to, Traits traits) {
        String before = from.equals(".") || from.isEmpty() ? "" : from + "/";
        List<String> files =
                source.names().stream().filter(name -> name.startsWith(before)).toList();
        if (files.isEmpty() || before.isEmpty()) {
            note(
                    each,
                    Outcome.DROPPED,
                    "",
                    before.isEmpty()
                            ? "It copies the whole folder; name the files that are meant."
                            : from + " is not in the folder that is imported, or is no file.");
            return;
        }
        for (String file : files) {
            String place = (to + "/" + file.substring(before.length())).replaceAll("//+", "/");
            if (Shape.PROJECT_PATH.matches(file) && Shape.ABSOLUTE_PATH.matches(place)) {
                copied(each, file, place, traits);
            } else {
                note(each, Outcome.DROPPED, "", "A spec cannot name the file " + file + ".");
            }
        }
    }

    private void copied(Instruction each, String from, String place, Traits traits) {
        Optional<String> text = source.files().text(from);
        if (text.filter(SecretTexts::isSecret).isPresent()) {
            note(each, Outcome.DROPPED, "", from + " is a private key.");
            return;
        } else if (place.matches("/(system/)?oem/.*\\.ya?ml")) {
            note(each, Outcome.DROPPED, "", "Import " + from + " by itself.");
            return;
        } else if (text.filter(content -> settings.take(place, content)).isPresent()) {
            note(each, Outcome.TAKEN, "", "");
            return;
        }
        copies.add(new Import.Copy(from, from));
        var entry = entry(place, traits);
        entry.put("source", new YamlValue.Text(from));
        draft.add("files", new YamlValue.Fields(entry));
        notes.add(
                DockerfileImporter.note(
                        each, each.word() + " " + from, Outcome.TAKEN, "files", ""));
    }

    private void file(Instruction each, String place, Traits traits, String content) {
        if (!Shape.ABSOLUTE_PATH.matches(place) || SecretTexts.isSecret(content)) {
            note(each, Outcome.DROPPED, "", "A spec cannot hold the file.");
            return;
        }
        if (!settings.take(place, content)) {
            var entry = entry(place, traits);
            entry.put("content", new YamlValue.Text(content));
            draft.add("files", new YamlValue.Fields(entry));
        }
        note(each, Outcome.TAKEN, "files", "");
    }

    private static LinkedHashMap<String, YamlValue> entry(String place, Traits traits) {
        var entry = new LinkedHashMap<String, YamlValue>();
        entry.put("path", new YamlValue.Text(place));
        String mode = traits.mode().length() == 3 ? "0" + traits.mode() : traits.mode();
        if (Shape.MODE.matches(mode)) {
            entry.put("mode", new YamlValue.Text(mode));
        }
        String[] owner = traits.owner().split(":", 2);
        if (Shape.USER_NAME.matches(owner[0])) {
            entry.put("owner", new YamlValue.Text(owner[0]));
        }
        if (owner.length == 2 && Shape.USER_NAME.matches(owner[1])) {
            entry.put("group", new YamlValue.Text(owner[1]));
        }
        return entry;
    }

    private void download(Instruction each, String url, String place, Traits traits) {
        String name = place.substring(place.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String sum = traits.checksum().replaceFirst("^sha256:", "");
        if (!sum.matches("[0-9a-f]{64}") || !Shape.PLAIN_NAME.matches(name)) {
            note(
                    each,
                    Outcome.DROPPED,
                    "",
                    "It downloads something without a checksum; add it under bundles with its"
                            + " sha256.");
            return;
        }
        var bundle = new LinkedHashMap<String, YamlValue>();
        bundle.put("name", new YamlValue.Text(name));
        bundle.put("url", new YamlValue.Text(url));
        bundle.put("sha256", new YamlValue.Text(sum));
        bundle.put("unpack", new YamlValue.Text("none"));
        bundle.put(
                "into",
                new YamlValue.Text(place.substring(0, Math.max(1, place.lastIndexOf('/')))));
        draft.add("bundles", new YamlValue.Fields(bundle));
        note(each, Outcome.TAKEN, "bundles", "");
    }
}
