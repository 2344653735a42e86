package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.ServiceState;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Enables, disables and masks units as systemctl(1) does with {@code --root=}: by the links that
 * the [Install] sections ask for (systemd.unit(5)).
 */
final class UnitInstaller {

    private static final String ADMIN = "etc/systemd/system/";
    private static final String VENDOR = "/lib/systemd/system/";
    private static final String NULL = "/dev/null";

    private final LowerSystem lower;
    private final ConfigTree tree;
    private final Map<String, String> own;
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param own text of units in {@code /etc/systemd/system}, by name
     */
    UnitInstaller(LowerSystem lower, ConfigTree tree, Map<String, String> own) {
        this.lower = lower;
        this.tree = tree;
        this.own = own;
    }

    /** What could not be done, for people. */
    List<String> warnings() {
        return warnings;
    }

    void apply(String unit, ServiceState state) {
        switch (state) {
            case ENABLED -> enable(unit);
            case DISABLED -> disable(unit);
            case MASKED -> tree.link(ADMIN + unit, NULL);
        }
    }

    void enable(String unit) {
        enable(unit, new HashSet<>());
    }

    private void enable(String unit, Set<String> seen) {
        if (!seen.add(unit)) {
            return;
        }
        unmask(unit);
        String file =
                own.containsKey(unit) || lower.units().containsKey(unit) ? unit : template(unit);
        String text = own.getOrDefault(file, lower.units().get(file));
        if (text == null) {
            warnings.add(unit + " is enabled, but no package of the spec brings it");
            return;
        }
        String target = own.containsKey(file) ? "/" + ADMIN + file : VENDOR + file;
        InstallSection install = InstallSection.parse(text, unit);
        if (install.isEmpty()) {
            warnings.add(unit + " has no [Install] section: other units start it, or none");
        }
        install.wantedBy().forEach(by -> tree.link(ADMIN + by + ".wants/" + unit, target));
        install.requiredBy().forEach(by -> tree.link(ADMIN + by + ".requires/" + unit, target));
        install.aliases().stream()
                .filter(alias -> !alias.equals(unit))
                .forEach(alias -> tree.link(ADMIN + alias, target));
        install.also().forEach(also -> enable(also, seen));
    }

    private void unmask(String unit) {
        boolean masked = lower.node(ADMIN + unit).map(n -> n.link().equals(NULL)).orElse(false);
        if (masked && !own.containsKey(unit)) {
            tree.remove(ADMIN + unit);
        }
    }

    private void disable(String unit) {
        List<String> links = new ArrayList<>();
        lower.tree()
                .tailMap(ADMIN)
                .forEach(
                        (path, node) -> {
                            if (path.startsWith(ADMIN)
                                    && node.isLink()
                                    && enables(path, node, unit)) {
                                links.add(path);
                            }
                        });
        links.forEach(tree::remove);
        if (links.isEmpty() && !lower.units().containsKey(unit) && !own.containsKey(unit)) {
            warnings.add(unit + " is disabled, but no package of the spec brings it");
        }
    }

    private static boolean enables(String path, LowerSystem.Node node, String unit) {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(directory.length());
        if (directory.equals(ADMIN)) {
            return node.link().endsWith("/" + unit) && !node.link().equals(NULL);
        }
        return name.equals(unit);
    }

    /** {@code getty@.service} of {@code getty@tty2.service}; the unit itself otherwise. */
    private static String template(String unit) {
        int at = unit.indexOf('@');
        int dot = unit.lastIndexOf('.');
        return at > 0 && dot > at ? unit.substring(0, at + 1) + unit.substring(dot) : unit;
    }
}
