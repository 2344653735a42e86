package dev.coppice.model.diff;

import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Compares kernel and storage. */
record KernelDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        kernel(before.kernel(), after.kernel(), new Collector("kernel", changes));
        storage(before.storage(), after.storage(), new Collector("storage", changes));
    }

    private static void kernel(Kernel old, Kernel now, Collector to) {
        YamlPath at = YamlPath.of("kernel");
        to.values("boot parameter", at.key("parameters"), old.parameters(), now.parameters());
        to.values("kernel module", at.key("modules"), old.modules(), now.modules());
        to.entries("variable", at.key("sysctl"), old.sysctl(), now.sysctl());
    }

    private void storage(Storage old, Storage now, Collector to) {
        YamlPath at = YamlPath.of("storage");
        to.values("kept directory", at.key("persist"), old.persist(), now.persist());
        to.optional(
                labels.of("storage.swap"),
                at.key("swap"),
                old.swapMiB().map(Texts::memory),
                now.swapMiB().map(Texts::memory));
        to.named(
                "disk",
                (thing, i) -> at.key("disks").index(i),
                old.disks(),
                now.disks(),
                Storage.Disk::name,
                (pair, path) -> disk(pair, path, to));
    }

    private void disk(Collector.Pair<Storage.Disk> pair, YamlPath path, Collector to) {
        Storage.Disk old = pair.before();
        Storage.Disk now = pair.after();
        String what = "disk " + pair.name() + ": ";
        to.value(
                label(what, "size"),
                path.key("size"),
                Texts.memory(old.sizeMiB()),
                Texts.memory(now.sizeMiB()));
        to.value(
                label(what, "filesystem"),
                path.key("filesystem"),
                old.filesystem(),
                now.filesystem());
        to.value(label(what, "mount"), path.key("mount"), old.mount(), now.mount());
        to.values(what + "mount option", path.key("options"), old.options(), now.options());
    }

    private String label(String what, String key) {
        return what + labels.of("storage.disks[]." + key);
    }
}
