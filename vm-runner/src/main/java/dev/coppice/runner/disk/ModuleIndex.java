package dev.coppice.runner.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code modules.dep} says: which modules there are and what each needs; depmod(8). Pure. */
final class ModuleIndex {

    private final Map<String, List<String>> needs = new HashMap<>();

    private ModuleIndex() {}

    static ModuleIndex parse(String modulesDep) {
        var index = new ModuleIndex();
        for (String line : modulesDep.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String file = line.substring(0, colon);
                List<String> order = new ArrayList<>();
                for (String needed : line.substring(colon + 1).strip().split(" ")) {
                    if (!needed.isBlank()) {
                        order.addFirst(needed);
                    }
                }
                order.add(file);
                index.needs.put(name(file), order);
            }
        }
        return index;
    }

    /**
     * The files to load for some modules, in order. What the kernel does not have as a module is
     * left out: it is built in, or there is none.
     */
    List<String> files(List<String> modules) {
        Set<String> result = new LinkedHashSet<>();
        for (String module : modules) {
            result.addAll(needs.getOrDefault(module.replace('-', '_'), List.of()));
        }
        return List.copyOf(result);
    }

    /** {@code virtio_blk} of {@code kernel/drivers/block/virtio-blk.ko.xz}. */
    static String name(String file) {
        return plainFile(file).replaceFirst("\\.ko$", "").replace('-', '_');
    }

    /** {@code virtio-blk.ko}, unpacked or not. */
    static String plainFile(String file) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        int ko = base.indexOf(".ko");
        return ko < 0 ? base : base.substring(0, ko + 3);
    }
}
