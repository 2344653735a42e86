package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Words;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modules of Debian's kernels; hyphens and underscores are the same in their names. */
public final class KernelModules {

    private final Set<String> names = new HashSet<>();

    private final Words words;

    KernelModules() {
        for (String row : TableFile.rows("kernel-modules.txt")) {
            names.addAll(List.of(row.split(" ")));
        }
        words = new Words(names);
    }

    /** The modules in the order of their names. */
    public List<String> all() {
        return names.stream().sorted().toList();
    }

    /** Whether a kernel has a module. */
    public boolean has(String name) {
        return names.contains(name.replace('-', '_'));
    }

    /** The nearest module. */
    public Optional<String> near(String name) {
        return words.near(name);
    }
}
