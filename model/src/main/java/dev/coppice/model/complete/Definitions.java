package dev.coppice.model.complete;

import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseReader;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds where users, groups, units, containers, interfaces and files that are named are made. */
public final class Definitions {

    private final SpecSchema schema;

    public Definitions(SpecSchema schema) {
        this.schema = schema;
    }

    /**
     * Where what is named at an offset is made; empty when it names nothing of the project's own.
     */
    public Optional<Definition> at(SpecText spec, int offset) {
        String text = spec.content();
        if (offset < 0 || offset > text.length()) {
            return Optional.empty();
        }
        LooseNode root = LooseReader.read(text);
        var fields = new LooseFields(schema, root);
        return PlaceFinder.find(text, root, offset)
                .filter(place -> place.scalar().isPresent() && place.kind() != Kind.TEXT)
                .flatMap(place -> definition(place, fields));
    }

    private Optional<Definition> definition(Place place, LooseFields fields) {
        LooseScalar named = place.scalar().orElseThrow();
        String path =
                place.kind() == Kind.KEY
                        ? fields.at(place.path()).map(Field::path).orElse("") + ".*"
                        : fields.at(place.path()).map(Field::path).orElse("");
        return switch (path) {
            case "files[].source",
                    "includes[]",
                    "repositories[].keySource",
                    "bundles[].source",
                    "containers[].imageArchive" ->
                    Optional.of(new Definition.InProject(place.token(), named.value()));
            case "files[].owner",
                    "timers[].user",
                    "console.autologin",
                    "sudo[].user",
                    "sudo[].runAs" ->
                    among(place, fields.column("users", "name"), UnaryOperator.identity());
            case "users[].groups[]", "files[].group", "sudo[].group" ->
                    among(
                            place,
                            Stream.concat(
                                            fields.column("groups", "name").stream(),
                                            fields.column("users", "name").stream())
                                    .toList(),
                            UnaryOperator.identity());
            case "services.*", "checks[].unit" -> unit(place, fields);
            case "containers[].dependsOn[]" ->
                    among(place, fields.column("containers", "name"), UnaryOperator.identity());
            case "network.firewall.trustedInterfaces[]",
                    "network.nat.external",
                    "network.nat.internal[]" ->
                    among(
                            place,
                            fields.entries("network", "interfaces").stream()
                                    .map(LooseNode.Entry::key)
                                    .toList(),
                            UnaryOperator.identity());
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> unit(Place place, LooseFields fields) {
        return among(place, fields.column("units", "name"), UnitNames::full)
                .or(() -> among(place, fields.column("containers", "name"), UnitNames::full))
                .or(
                        () ->
                                among(
                                        place,
                                        fields.column("timers", "name"),
                                        name -> name.replaceFirst("\\.(timer|service)$", "")));
    }

    /** The place among names where the one that is written there is given. */
    private static Optional<Definition> among(
            Place place, List<LooseScalar> names, UnaryOperator<String> normal) {
        LooseScalar named = place.scalar().orElseThrow();
        String wanted = normal.apply(named.value());
        return names.stream()
                .filter(name -> name != named && normal.apply(name.value()).equals(wanted))
                .findFirst()
                .map(
                        name ->
                                new Definition.InText(
                                        place.token(),
                                        new TextRange(name.contentStart(), name.contentEnd())));
    }
}
