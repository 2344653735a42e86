package dev.coppice.model.refactor;

import dev.coppice.model.refactor.Renameable.Kind;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a place of a spec names. */
final class NamedThings {

    /** The places that refer to something by its name. */
    private static final Map<String, Kind> REFERENCES =
            Map.ofEntries(
                    Map.entry("files[].owner", Kind.USER),
                    Map.entry("sudo[].user", Kind.USER),
                    Map.entry("sudo[].runAs", Kind.USER),
                    Map.entry("timers[].user", Kind.USER),
                    Map.entry("console.autologin", Kind.USER),
                    Map.entry("users[].groups[]", Kind.GROUP),
                    Map.entry("files[].group", Kind.GROUP),
                    Map.entry("sudo[].group", Kind.GROUP),
                    Map.entry("containers[].dependsOn[]", Kind.CONTAINER));

    private NamedThings() {}

    static Optional<Renameable> at(YNode root, YamlPath path) {
        String place = Places.pattern(path);
        Optional<Renameable> reference = reference(root, path, place);
        return reference.isPresent() ? reference : record(root, path);
    }

    private static Optional<Renameable> reference(YNode root, YamlPath path, String place) {
        Kind kind = REFERENCES.get(place);
        if (kind != null && root.at(path).orElse(null) instanceof YScalar scalar) {
            String name = scalar.value();
            if (kind == Kind.GROUP) {
                return group(root, path, name);
            }
            return declared(root, kind, name);
        }
        boolean service = place.startsWith("services.") && path.steps().size() == 2;
        if (service && path.steps().getLast() instanceof YamlPath.Key key) {
            return unit(root, key.name());
        }
        boolean check = place.equals("checks[].unit");
        return check && root.at(path).orElse(null) instanceof YScalar scalar
                ? unit(root, scalar.value())
                : Optional.empty();
    }

    /** A declared group, a user's own one, or one that memberships alone make. */
    private static Optional<Renameable> group(YNode root, YamlPath path, String name) {
        return declared(root, Kind.GROUP, name)
                .or(() -> declared(root, Kind.USER, name))
                .or(() -> Optional.of(new Renameable(Kind.GROUP, name, path)));
    }

    /** What makes a unit: a unit file, a timer or a container. */
    private static Optional<Renameable> unit(YNode root, String name) {
        String full = UnitNames.full(name);
        String bare = full.substring(0, full.lastIndexOf('.'));
        return declared(root, Kind.UNIT, full)
                .or(() -> declared(root, Kind.TIMER, bare))
                .or(() -> declared(root, Kind.CONTAINER, bare));
    }

    private static Optional<Renameable> declared(YNode root, Kind kind, String name) {
        return Places.of(root, kind.field()).stream()
                .filter(place -> place.node() instanceof YScalar s && s.value().equals(name))
                .map(place -> new Renameable(kind, name, place.path()))
                .findFirst();
    }

    /** The record with a name that holds a place. */
    private static Optional<Renameable> record(YNode root, YamlPath path) {
        if (path.steps().size() < 2) {
            return Optional.empty();
        }
        YamlPath record = new YamlPath(path.steps().subList(0, 2));
        String place = Places.pattern(record);
        for (Kind kind : List.of(Kind.values())) {
            boolean holds = kind.field().equals(place + ".name");
            if (holds && root.at(record.key("name")).orElse(null) instanceof YScalar name) {
                return Optional.of(new Renameable(kind, name.value(), record.key("name")));
            }
        }
        return Optional.empty();
    }
}
