package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kernel, swap, data disks, and the machine of {@code build-vm}. */
final class NixosKernel {

    private static final String BY_NAME = "/dev/disk/by-id/virtio-";
    private static final String VM = "virtualisation.vmVariant.virtualisation.";

    private final NixosOptions options;
    private final Draft draft;

    NixosKernel(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        words("boot.kernelParams", "parameters", Shape.KERNEL_PARAMETER);
        words("boot.kernelModules", "modules", Shape.KERNEL_MODULE);
        sysctl();
        swap();
        disks();
        machine();
    }

    private void words(String option, String field, Shape shape) {
        options.texts(path(option))
                .filter(all -> !all.isEmpty() && all.stream().allMatch(shape::matches))
                .ifPresent(
                        all -> {
                            draft.set(
                                    "kernel", field, Draft.texts(all.stream().distinct().toList()));
                            options.taken(path(option), "kernel." + field);
                        });
    }

    private void sysctl() {
        List<String> all = path("boot.kernel.sysctl");
        var values = new LinkedHashMap<String, YamlValue>();
        collect(all, "", values);
        if (!values.isEmpty()) {
            draft.set("kernel", "sysctl", new YamlValue.Fields(values));
        }
    }

    /** Names of variables have dots, which stand for sets of attributes when nobody quotes them. */
    private void collect(List<String> path, String before, Map<String, YamlValue> values) {
        for (String name : options.names(path)) {
            List<String> below = below(path, name);
            NixData data = options.at(below).orElseThrow().data();
            String key = before + name;
            Optional<String> value =
                    data instanceof NixData.Bool(boolean on)
                            ? Optional.of(on ? "1" : "0")
                            : NixosOptions.text(data);
            if (data instanceof Attrs) {
                collect(below, key + ".", values);
            } else if (value.filter(Shape.SYSCTL_VALUE::matches).isPresent()
                    && Shape.SYSCTL_KEY.matches(key)) {
                values.put(key, new YamlValue.Text(value.get()));
                options.taken(below, "kernel.sysctl." + key);
            }
        }
    }

    private void swap() {
        List<String> path = path("swapDevices");
        List<Placed> devices = options.items(path);
        if (devices.size() == 1
                && devices.getFirst().data() instanceof Attrs attrs
                && Set.of("device", "size").equals(attrs.entries().keySet())) {
            NixosOptions.text(attrs.entries().get("size").data())
                    .filter(size -> size.matches("[1-9]\\d{0,6}"))
                    .ifPresent(
                            size -> {
                                draft.set("storage", "swap", new YamlValue.Text(size + "M"));
                                options.taken(path, "storage.swap");
                            });
        } else if (devices.isEmpty()) {
            options.taken(path, "");
        }
    }

    /** Disks that are known by a serial of their own; others belong to the machine of before. */
    private void disks() {
        List<String> all = path("fileSystems");
        Map<String, String> sizes = sizes();
        var disks = new ArrayList<YamlValue>();
        for (String mount : options.names(all)) {
            List<String> path = below(all, mount);
            String device = options.text(below(path, "device")).orElse("");
            String name = device.startsWith(BY_NAME) ? device.substring(BY_NAME.length()) : "";
            Optional<String> kind = options.text(below(path, "fsType"));
            boolean plain =
                    Set.of("device", "fsType", "autoFormat", "options")
                            .containsAll(options.names(path));
            if (!plain
                    || !Shape.DISK_NAME.matches(name)
                    || kind.filter(Set.of("ext4", "xfs", "btrfs", "vfat")::contains).isEmpty()
                    || !Shape.ABSOLUTE_PATH.matches(mount)) {
                continue;
            }
            var disk = new LinkedHashMap<String, YamlValue>();
            disk.put("name", new YamlValue.Text(name));
            disk.put("size", new YamlValue.Text(sizes.getOrDefault(name, "1024") + "M"));
            disk.put("filesystem", new YamlValue.Text(kind.get()));
            disk.put("mount", new YamlValue.Text(mount));
            options.texts(below(path, "options"))
                    .filter(some -> !some.isEmpty())
                    .ifPresent(some -> disk.put("options", Draft.texts(some)));
            disks.add(new YamlValue.Fields(disk));
            if (sizes.containsKey(name)) {
                options.taken(path, "storage.disks");
            } else {
                options.near(
                        path, "storage.disks", "NixOS does not say its size; it is 1 GiB here.");
            }
            options.taken(path(VM + "fileSystems.\"" + mount + "\""), "storage.disks");
        }
        if (!disks.isEmpty()) {
            draft.set("storage", "disks", new YamlValue.Items(disks));
        }
    }

    private Map<String, String> sizes() {
        var sizes = new HashMap<String, String>();
        List<String> path = path(VM + "emptyDiskImages");
        for (Placed each : options.items(path)) {
            if (each.data() instanceof Attrs attrs) {
                Optional<String> serial = inside(attrs, "driveConfig", "deviceExtraOpts", "serial");
                Optional<String> size = inside(attrs, "size");
                if (serial.isPresent()
                        && size.filter(t -> t.matches("[1-9]\\d{0,6}")).isPresent()) {
                    sizes.put(serial.get(), size.get());
                }
            }
        }
        if (!sizes.isEmpty() && sizes.size() == options.items(path).size()) {
            options.taken(path, "storage.disks[].size");
        }
        return sizes;
    }

    private static Optional<String> inside(Attrs attrs, String... names) {
        NixData data = attrs;
        for (String name : names) {
            Placed next = data instanceof Attrs set ? set.entries().get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            data = next.data();
        }
        return NixosOptions.text(data);
    }

    private void machine() {
        for (String before : List.of(VM, "virtualisation.")) {
            options.number(path(before + "memorySize"))
                    .filter(size -> size >= 256 && size <= 1_048_576)
                    .ifPresent(
                            size -> {
                                draft.set("machine", "memory", new YamlValue.Text(size + "M"));
                                options.taken(path(before + "memorySize"), "machine.memory");
                            });
            options.number(path(before + "cores"))
                    .filter(cores -> cores >= 1 && cores <= 64)
                    .ifPresent(
                            cores -> {
                                draft.set("machine", "cpus", new YamlValue.Int(cores));
                                options.taken(path(before + "cores"), "machine.cpus");
                            });
            forwards(path(before + "forwardPorts"));
        }
        List<String> cards = path(VM + "qemu.options");
        List<String> words = options.texts(cards).orElse(List.of());
        long more =
                words.stream()
                        .filter(w -> w.matches("-netdev user,id=net\\d+,restrict=on"))
                        .count();
        if (more > 0 && more * 2 == words.size() && more < 8) {
            draft.set("machine", "nics", new YamlValue.Int(more + 1));
            options.taken(cards, "machine.nics");
        }
    }

    private void forwards(List<String> path) {
        var forwards = new ArrayList<String>();
        for (Placed each : options.items(path)) {
            if (each.data() instanceof Attrs attrs) {
                inside(attrs, "host", "port")
                        .flatMap(
                                host ->
                                        inside(attrs, "guest", "port")
                                                .map(guest -> host + ":" + guest))
                        .filter(Shape.FORWARD::matches)
                        .ifPresent(forwards::add);
            }
        }
        if (!forwards.isEmpty() && forwards.size() == options.items(path).size()) {
            draft.set("machine", "forward", Draft.texts(forwards));
            options.taken(path, "machine.forward");
        }
    }
}
