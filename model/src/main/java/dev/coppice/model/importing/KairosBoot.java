package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The kernel's command line and kept directories, which stand in two places each. */
final class KairosBoot {

    private static final YamlPath INSTALL = YamlPath.of("install");
    private static final YamlPath GRUB = YamlPath.of("grub_options");
    private static final String LINE = "extra_cmdline";

    private final Foreign source;
    private final Draft draft;
    private final KairosRaw raw;
    private final Set<String> parameters = new LinkedHashSet<>();

    KairosBoot(Foreign source, Draft draft, KairosRaw raw) {
        this.source = source;
        this.draft = draft;
        this.raw = raw;
    }

    void install() {
        if (source.keys(INSTALL).isEmpty()) {
            raw.keep("install");
            return;
        }
        for (String key : source.keys(INSTALL)) {
            YamlPath path = INSTALL.key(key);
            boolean mounts =
                    source.size(path) > 0
                            && source.texts(path).size() == source.size(path)
                            && source.texts(path).stream().allMatch(Shape.ABSOLUTE_PATH::matches);
            if (key.equals("bind_mounts") && mounts) {
                draft.set("storage", "persist", Draft.texts(source.texts(path)));
                source.taken(path, "storage.persist");
            } else if (key.equals("nousers") && source.bool(path).orElse(false)) {
                // An export says so itself when nobody is an administrator.
                source.taken(path, "");
            } else if (!(key.equals("grub_options") && takesLine(path))) {
                raw.keepInstall(key);
            }
        }
    }

    void grub() {
        if (!takesLine(GRUB)) {
            raw.keep("grub_options");
        }
    }

    private boolean takesLine(YamlPath options) {
        YamlPath path = options.key(LINE);
        List<String> words =
                source.text(path).stream().flatMap(l -> List.of(l.split(" +")).stream()).toList();
        boolean said =
                source.keys(options).equals(List.of(LINE))
                        && !words.isEmpty()
                        && words.stream().allMatch(Shape.KERNEL_PARAMETER::matches);
        if (said) {
            parameters.addAll(words);
            source.taken(path, "kernel.parameters");
        }
        return said;
    }

    void finish() {
        if (!parameters.isEmpty()) {
            YamlValue list = Draft.texts(List.copyOf(parameters));
            draft.set("kernel", "parameters", list);
        }
    }
}
