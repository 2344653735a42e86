package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stages: a step of which a spec can say everything is taken, others are kept whole. */
final class KairosStages {

    private static final YamlPath STAGES = YamlPath.of("stages");
    private static final Pattern SWAP =
            Pattern.compile("(?s).*fallocate -l ([1-9]\\d{0,6})M /usr/local/swapfile\n.*");
    private static final Pattern GROUP =
            Pattern.compile(
                    "kind: \"?group\"?\ngroup_name: \"?([a-z_][a-z0-9_-]*)\"?\n"
                            + "password: \"x\"\ngid: (-1|\\d+)\n");

    private final Foreign source;
    private final Draft draft;
    private final KairosRaw raw;
    private final KairosFiles files;

    KairosStages(Foreign source, Draft draft, KairosRaw raw) {
        this.source = source;
        this.draft = draft;
        this.raw = raw;
        this.files = new KairosFiles(source, draft);
    }

    void take() {
        if (source.keys(STAGES).isEmpty()) {
            raw.keep("stages");
            return;
        }
        for (String stage : source.keys(STAGES)) {
            YamlPath path = STAGES.key(stage);
            if (!(source.at(path).orElse(null) instanceof YSeq)) {
                source.dropped(path, "It is no list of steps, so Kairos runs none.");
            }
            for (int i = 0; i < source.size(path); i++) {
                if (step(stage, path.index(i))) {
                    source.taken(path.index(i), "");
                } else {
                    raw.keepStep(stage, i);
                }
            }
        }
        files.settings().finish();
        files.settings().timers().forEach(timer -> draft.remove("services", timer));
    }

    private boolean step(String stage, YamlPath step) {
        var keys = new ArrayList<>(source.keys(step));
        keys.remove("name");
        if (keys.equals(List.of("files")) && (stage.equals("initramfs") || stage.equals("boot"))) {
            return files.take(step.key("files"), stage.equals("boot"));
        } else if (stage.equals("initramfs") && keys.equals(List.of("systemctl"))) {
            return units(step.key("systemctl"));
        } else if (stage.equals("initramfs") && keys.equals(List.of("ensure_entities"))) {
            return groups(step.key("ensure_entities"));
        } else if (stage.equals("rootfs")
                && keys.equals(List.of("environment_file", "environment"))) {
            return source.keys(step.key("environment")).equals(List.of("CUSTOM_BIND_MOUNTS"))
                    && source.at(YamlPath.of("install", "bind_mounts")).isPresent();
        } else if (keys.equals(List.of("commands"))) {
            return source.size(step.key("commands")) > 0
                    && source.texts(step.key("commands")).stream().allMatch(this::makesFolders);
        }
        return keys.equals(List.of("if", "commands")) && swap(step.key("commands"));
    }

    /** Directories for files of the config, which a spec makes anyway. */
    private boolean makesFolders(String line) {
        List<List<String>> commands = ShellCommands.of(line);
        if (commands.size() != 1) {
            return false;
        }
        List<String> words = commands.getFirst();
        int first =
                words.size() > 2 && words.subList(0, 2).equals(List.of("mkdir", "-p"))
                        ? 2
                        : isOwned(words) ? 6 : words.size();
        List<String> folders = words.subList(first, words.size());
        return !folders.isEmpty() && folders.stream().allMatch(this::holdsFiles);
    }

    /** In a home: {@code install -d -o USER -g USER FOLDER ...}. */
    private static boolean isOwned(List<String> words) {
        return words.size() > 6
                && words.subList(0, 3).equals(List.of("install", "-d", "-o"))
                && words.get(4).equals("-g")
                && words.get(3).equals(words.get(5))
                && words.stream()
                        .skip(6)
                        .allMatch(folder -> folder.startsWith("/home/" + words.get(3) + "/"));
    }

    private boolean holdsFiles(String folder) {
        for (String stage : source.keys(STAGES)) {
            for (int i = 0; i < source.size(STAGES.key(stage)); i++) {
                YamlPath list = STAGES.key(stage).index(i).key("files");
                for (int j = 0; j < source.size(list); j++) {
                    String path = source.text(list.index(j).key("path")).orElse("");
                    if (path.startsWith(folder + "/")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean swap(YamlPath commands) {
        if (source.size(commands) != 1) {
            return false;
        }
        Matcher size = SWAP.matcher(source.text(commands.index(0)).orElse(""));
        if (size.matches()) {
            draft.set("storage", "swap", new YamlValue.Text(size.group(1) + "M"));
        }
        return size.matches();
    }

    private boolean groups(YamlPath entities) {
        var groups = new ArrayList<YamlValue>();
        for (int i = 0; i < source.size(entities); i++) {
            Matcher group = GROUP.matcher(source.text(entities.index(i).key("entity")).orElse(""));
            boolean usual =
                    source.text(entities.index(i).key("path"))
                            .filter(path -> !path.equals("/etc/group"))
                            .isEmpty();
            if (!group.matches() || !usual) {
                return false;
            }
            var fields = new LinkedHashMap<String, YamlValue>();
            fields.put("name", new YamlValue.Text(group.group(1)));
            if (!group.group(2).equals("-1")) {
                fields.put("gid", new YamlValue.Int(Long.parseLong(group.group(2))));
            }
            groups.add(new YamlValue.Fields(fields));
        }
        groups.forEach(group -> draft.add("groups", group));
        return !groups.isEmpty();
    }

    private boolean units(YamlPath systemctl) {
        var states = new LinkedHashMap<String, YamlValue>();
        for (String verb : source.keys(systemctl)) {
            Optional<YamlValue> state =
                    switch (verb) {
                        case "enable" -> Optional.of(state("enabled", true));
                        case "disable" -> Optional.of(state("enabled", false));
                        case "mask" -> Optional.of(state("masked", true));
                        default -> Optional.empty();
                    };
            List<String> units = source.texts(systemctl.key(verb));
            if (state.isEmpty()
                    || units.isEmpty()
                    || !units.stream().allMatch(Shape.UNIT_NAME::matches)) {
                return false;
            }
            units.forEach(unit -> states.put(unit, state.get()));
        }
        states.forEach((unit, state) -> draft.set("services", unit, state));
        return !states.isEmpty();
    }

    private static YamlValue state(String key, boolean value) {
        return Draft.record(Map.of(key, new YamlValue.Bool(value)));
    }
}
