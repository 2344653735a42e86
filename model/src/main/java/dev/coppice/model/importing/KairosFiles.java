package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files of a step: those that say settings of a spec become these, others become files. */
final class KairosFiles {

    private static final Set<String> KNOWN =
            Set.of("path", "permissions", "owner", "group", "ownerstring", "content");
    private static final Map<String, String> USUAL = Map.of("/etc/sudoers.d", "0440");
    private static final String RULES = "/etc/nftables.conf";
    private static final String ESCAPED = "{{ \"{{\" }}";

    private final Foreign source;
    private final Draft draft;
    private final SettingTexts settings;

    KairosFiles(Foreign source, Draft draft) {
        this.source = source;
        this.draft = draft;
        this.settings = new SettingTexts(draft);
    }

    SettingTexts settings() {
        return settings;
    }

    /** Takes all files of a list, or none. */
    boolean take(YamlPath list, boolean late) {
        var taken = new ArrayList<LinkedHashMap<String, YamlValue>>();
        for (int i = 0; i < source.size(list); i++) {
            Optional<LinkedHashMap<String, YamlValue>> file = file(list.index(i), late);
            if (file.isEmpty()) {
                return false;
            }
            taken.add(file.get());
        }
        taken.forEach(this::add);
        return !taken.isEmpty();
    }

    private Optional<LinkedHashMap<String, YamlValue>> file(YamlPath item, boolean late) {
        String path = source.text(item.key("path")).orElse("");
        String mode = source.text(item.key("permissions")).orElse("");
        String content = source.text(item.key("content")).orElse("");
        boolean roots =
                List.of("owner", "group").stream()
                        .flatMap(key -> source.text(item.key(key)).stream())
                        .allMatch("0"::equals);
        String[] owner = source.text(item.key("ownerstring")).orElse("root:root").split(":", -1);
        boolean people =
                owner.length == 2
                        && Shape.USER_NAME.matches(owner[0])
                        && Shape.USER_NAME.matches(owner[1])
                        && late == source.text(item.key("ownerstring")).isPresent();
        boolean said =
                KNOWN.containsAll(source.keys(item))
                        && Shape.ABSOLUTE_PATH.matches(path)
                        && Shape.MODE.matches(mode)
                        && !content.replace(ESCAPED, "").contains("{{");
        if (!said || !roots || !people) {
            return Optional.empty();
        }
        var file = new LinkedHashMap<String, YamlValue>();
        file.put("path", new YamlValue.Text(path));
        file.put("content", new YamlValue.Text(content.replace(ESCAPED, "{{")));
        if (!mode.equals("0644")) {
            file.put("mode", new YamlValue.Text(mode));
        }
        if (!owner[0].equals("root")) {
            file.put("owner", new YamlValue.Text(owner[0]));
        }
        if (!owner[1].equals("root")) {
            file.put("group", new YamlValue.Text(owner[1]));
        }
        return Optional.of(file);
    }

    private void add(LinkedHashMap<String, YamlValue> file) {
        String path = ((YamlValue.Text) file.get("path")).value();
        String content = ((YamlValue.Text) file.get("content")).value();
        // Settings are written with these permissions; with others it is a file.
        String mode = file.get("mode") instanceof YamlValue.Text text ? text.value() : "0644";
        boolean usual = USUAL.getOrDefault(path.replaceFirst("/[^/]+$", ""), "0644").equals(mode);
        if (!(usual || path.equals(RULES)) || !settings.take(path, content)) {
            draft.add("files", new YamlValue.Fields(file));
        }
    }
}
