package dev.coppice.model.complete;

import dev.coppice.model.complete.Hover.Line;
import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseReader;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionText;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what stands at a place of a text: the field, and the package or unit that is named. */
public final class HoverDocs {

    private final SpecSchema schema;
    private final Known known = new Known();

    public HoverDocs(SpecSchema schema) {
        this.schema = schema;
    }

    /** What is to say about an offset; empty where nothing is written that has a meaning. */
    public Optional<Hover> at(SpecText spec, int offset, Catalog catalog) {
        String text = spec.content();
        if (offset < 0 || offset > text.length()) {
            return Optional.empty();
        }
        LooseNode root = LooseReader.read(text);
        return PlaceFinder.find(text, root, offset)
                .filter(place -> place.kind() != Kind.TEXT && place.token().length() > 0)
                .flatMap(place -> hover(place, new LooseFields(schema, root), catalog));
    }

    private Optional<Hover> hover(Place place, LooseFields fields, Catalog catalog) {
        String word = place.scalar().map(LooseNode.LooseScalar::value).orElse(place.typed());
        YamlPath path = place.kind() == Kind.KEY ? place.path().key(word) : place.path();
        if (Raws.isIn(Raws.NIXOS, path) && !path.equals(Raws.NIXOS)) {
            return catalog.options().flatMap(options -> option(place, path, options));
        }
        return fields.at(path)
                .map(
                        field -> {
                            var lines = new ArrayList<Line>();
                            named(field, word, place.kind(), catalog).forEach(lines::add);
                            lines.addAll(about(field));
                            return new Hover(
                                    place.token(),
                                    path,
                                    field.title(),
                                    field.text().documentation(),
                                    lines);
                        });
    }

    /** The option that a raw setting sets, or the one that it belongs to. */
    private static Optional<Hover> option(Place place, YamlPath path, NixOptions options) {
        List<String> names = OptionCompletion.path(path);
        for (int size = names.size(); size > 0; size--) {
            Optional<NixOption> option = options.at(names.subList(0, size));
            if (option.isPresent()) {
                List<Line> facts =
                        OptionText.facts(option.get()).stream()
                                .map(fact -> new Line(fact.label(), fact.text()))
                                .toList();
                return Optional.of(
                        new Hover(
                                place.token(),
                                path,
                                option.get().name(),
                                OptionText.description(option.get()),
                                facts));
            }
        }
        return Optional.empty();
    }

    private static List<Line> about(Field field) {
        var lines = new ArrayList<Line>();
        if (field.required()) {
            lines.add(new Line("Required", "It must be there."));
        }
        Wording.without(field).ifPresent(value -> lines.add(new Line("Without it", value)));
        String debian = field.text().onDebian();
        if (!debian.isEmpty()) {
            lines.add(new Line("On Debian", debian));
        }
        field.elsewhere().stream()
                .collect(
                        Collectors.groupingBy(
                                Field.Elsewhere::system,
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(
                                        e -> "`" + e.name() + "`", Collectors.joining(", "))))
                .forEach((system, names) -> lines.add(new Line(system, names)));
        return lines;
    }

    /** What is known of the package or unit that a value names. */
    private List<Line> named(Field field, String word, Kind kind, Catalog catalog) {
        if (field.path().equals("packages[]")) {
            return catalog.packages()
                    .flatMap(index -> index.find(word))
                    .map(
                            entry ->
                                    List.of(
                                            new Line("Package", entry.summary()),
                                            new Line("Version", entry.version())))
                    .orElse(List.of());
        }
        boolean unit =
                field.path().equals("checks[].unit")
                        || field.path().equals("services.*") && kind == Kind.KEY;
        return unit ? bringer(UnitNames.full(word), catalog) : List.of();
    }

    private List<Line> bringer(String unit, Catalog catalog) {
        if (known.units().ofBase().contains(unit)) {
            return List.of(new Line("Unit of", "the base system"));
        }
        return known.units()
                .bestPackage(unit, name -> catalog.packages().stream().allMatch(p -> p.known(name)))
                .map(name -> List.of(new Line("Unit of", "`" + name + "`")))
                .orElse(List.of());
    }
}
