package dev.coppice.model.diff;

import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Compares containers. */
record ContainerDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        var to = new Collector("containers", changes);
        to.named(
                "container",
                (thing, i) -> YamlPath.of("containers", i),
                before.containers(),
                after.containers(),
                Container::name,
                (pair, path) -> container(pair, path, to));
    }

    private void container(Collector.Pair<Container> pair, YamlPath path, Collector to) {
        Container old = pair.before();
        Container now = pair.after();
        String what = "container " + pair.name() + ": ";
        to.value(label(what, "image"), path.key("image"), old.image(), now.image());
        to.optional(
                label(what, "imageArchive"),
                path.key("imageArchive"),
                old.imageArchive(),
                now.imageArchive());
        to.values(what + "port", path.key("ports"), old.ports(), now.ports());
        to.entries(
                what + "variable", path.key("environment"), old.environment(), now.environment());
        to.values(what + "mount", path.key("volumes"), old.volumes(), now.volumes());
        to.value(
                label(what, "command"),
                path.key("command"),
                String.join(" ", old.command()),
                String.join(" ", now.command()));
        to.optional(label(what, "user"), path.key("user"), old.user(), now.user());
        to.value(label(what, "autoStart"), path.key("autoStart"), old.autoStart(), now.autoStart());
        to.values(
                what + "needed container", path.key("dependsOn"), old.dependsOn(), now.dependsOn());
    }

    private String label(String what, String key) {
        return what + labels.of("containers[]." + key);
    }
}
