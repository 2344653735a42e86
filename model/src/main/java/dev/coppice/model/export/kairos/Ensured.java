package dev.coppice.model.export.kairos;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The groups that a cloud-config makes, and when: a later one comes too late for a user. */
final class Ensured {

    /** In the order in which they run; what installs comes first. */
    private static final List<String> ORDER =
            List.of("rootfs", "initramfs", "fs", "boot", "network", "reconcile");

    private static final Pattern ADDED =
            Pattern.compile("\\b(?:groupadd|addgroup|useradd|adduser)\\b[^\\n;&|]*");

    private record Group(String name, double when, int index) {}

    private final List<Group> groups = new ArrayList<>();

    Ensured(YNode root) {
        for (Steps.Step step : Steps.of(root)) {
            for (YNode entity : Steps.items(step.get("ensure_entities"))) {
                add(Entity.of(Steps.text(entity, "entity")).name(), step);
            }
            for (YNode command : Steps.items(step.get("commands"))) {
                Matcher added = ADDED.matcher(Steps.text(Optional.of(command)));
                while (added.find()) {
                    List.of(added.group().split("[\\s'\"]+")).forEach(word -> add(word, step));
                }
            }
            Steps.entries(step.get("users")).forEach(user -> add(user.key().value(), step));
        }
        // People of the whole file are a step of the stage boot.
        for (YNode user : Steps.items(root.at(YamlPath.of("users")))) {
            groups.add(new Group(Steps.text(user, "name"), when("boot"), -1));
        }
    }

    private void add(String name, Steps.Step step) {
        groups.add(new Group(name, when(step.stage()), step.index()));
    }

    /** Whether a group is made before a step's users, or in the same step. */
    boolean before(String name, Steps.Step step) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .anyMatch(
                        group ->
                                group.when() < when(step.stage())
                                        || group.when() == when(step.stage())
                                                && group.index() <= step.index());
    }

    /** Whether a group is made before the users of the whole file. */
    boolean beforeAll(String name) {
        return groups.stream()
                .anyMatch(group -> group.name().equals(name) && group.when() <= when("boot"));
    }

    /** A stage's place; the root file system of {@code rootfs} is not yet the machine's own. */
    private static double when(String stage) {
        int at = ORDER.indexOf(stage.replaceFirst("\\.(before|after)$", ""));
        if (at == 0) {
            return ORDER.size();
        }
        return stage.endsWith(".before") ? at - 0.3 : stage.endsWith(".after") ? at + 0.3 : at;
    }
}
