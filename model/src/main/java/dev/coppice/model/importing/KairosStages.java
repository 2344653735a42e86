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
    private static final Pattern FOLDERS = Pattern.compile("(mkdir -p|install -d -o) .*");
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
            // Directories are made for the files of the next step.
            return source.size(step.key("commands")) > 0
                    && source.texts(step.key("commands")).stream()
                            .allMatch(line -> FOLDERS.matcher(line).matches());
        }
        return keys.equals(List.of("if", "commands")) && swap(step.key("commands"));
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
            if (!group.matches()) {
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
