package dev.coppice.model.diff;

import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what is not in the image: raw settings of targets, checks and the preview machine. */
record MachineDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        var targets = new Collector("targets", changes);
        YamlPath at = YamlPath.of("targets");
        targets.entries(
                labels.of("targets.nixos"),
                at.key("nixos"),
                words(before.targets().nixos()),
                words(after.targets().nixos()));
        targets.entries(
                labels.of("targets.kairos"),
                at.key("kairos"),
                words(before.targets().kairos()),
                words(after.targets().kairos()));
        new Collector("checks", changes)
                .values(
                        "check",
                        YamlPath.of("checks"),
                        before.checks(),
                        after.checks(),
                        Texts::check);
        machine(before.machine(), after.machine(), new Collector("machine", changes));
    }

    private static Map<String, String> words(RawValue.Fields raw) {
        var words = new TreeMap<String, String>();
        raw.fields().forEach((key, value) -> words.put(key, Texts.raw(value)));
        return words;
    }

    private void machine(Machine before, Machine after, Collector to) {
        YamlPath at = YamlPath.of("machine");
        to.value(
                labels.of("machine.memory"),
                at.key("memory"),
                Texts.memory(before.memoryMiB()),
                Texts.memory(after.memoryMiB()));
        to.value(labels.of("machine.cpus"), at.key("cpus"), before.cpus(), after.cpus());
        to.value(labels.of("machine.nics"), at.key("nics"), before.nics(), after.nics());
        to.values(
                "forwarded port",
                at.key("forward"),
                before.forwards(),
                after.forwards(),
                Texts::forward);
    }
}
