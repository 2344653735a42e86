package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Containers that run as services. */
final class NixosContainers {

    private static final List<String> ALL = path("virtualisation.oci-containers.containers");
    private static final Set<String> KNOWN =
            Set.of(
                    "serviceName",
                    "image",
                    "imageFile",
                    "ports",
                    "environment",
                    "volumes",
                    "cmd",
                    "user",
                    "autoStart",
                    "dependsOn");

    private final NixosOptions options;
    private final Draft draft;
    private final List<Import.Copy> copies;

    NixosContainers(NixosOptions options, Draft draft, List<Import.Copy> copies) {
        this.options = options;
        this.draft = draft;
        this.copies = copies;
    }

    void take() {
        for (String name : options.names(ALL)) {
            container(name, below(ALL, name));
        }
        if (!options.names(ALL).isEmpty()) {
            options.near(
                    path("virtualisation.oci-containers.backend"),
                    "containers",
                    "Containers run under Podman.");
        }
    }

    private void container(String name, List<String> path) {
        Optional<String> image = options.text(below(path, "image"));
        if (image.filter(Shape.IMAGE::matches).isEmpty() || !Shape.PLAIN_NAME.matches(name)) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        fields.put("image", new YamlValue.Text(image.get()));
        for (String option : options.names(path)) {
            List<String> below = below(path, option);
            boolean taken =
                    KNOWN.contains(option)
                            && field(options.at(below).orElseThrow(), option, fields);
            if (taken) {
                options.taken(below, "containers");
            } else {
                options.dropped(
                        below, "A container of a spec has no such setting, or no such value.");
            }
        }
        draft.add("containers", new YamlValue.Fields(fields));
    }

    private boolean field(Placed value, String option, Map<String, YamlValue> fields) {
        Optional<List<String>> texts = NixosOptions.texts(value.data());
        Optional<String> text = NixosOptions.text(value.data());
        return switch (option) {
            case "ports" -> list(texts, Shape.PUBLISHED_PORT, "ports", fields);
            case "volumes" -> list(texts, Shape.VOLUME, "volumes", fields);
            case "dependsOn" -> list(texts, Shape.PLAIN_NAME, "dependsOn", fields);
            case "cmd" -> list(texts, Shape.ANY, "command", fields);
            case "user" -> {
                text.ifPresent(user -> fields.put("user", new YamlValue.Text(user)));
                yield text.isPresent();
            }
            case "autoStart" -> {
                if (value.data() instanceof NixData.Bool(boolean on)) {
                    fields.put("autoStart", new YamlValue.Bool(on));
                }
                yield value.data() instanceof NixData.Bool;
            }
            case "environment" -> environment(value, fields);
            case "imageFile" -> archive(value, fields);
            default -> true;
        };
    }

    private static boolean list(
            Optional<List<String>> texts,
            Shape shape,
            String field,
            Map<String, YamlValue> fields) {
        boolean all = texts.filter(some -> some.stream().allMatch(shape::matches)).isPresent();
        if (all && !texts.get().isEmpty()) {
            fields.put(field, Draft.texts(texts.get()));
        }
        return all;
    }

    private static boolean environment(Placed value, Map<String, YamlValue> fields) {
        var variables = new LinkedHashMap<String, YamlValue>();
        if (!(value.data() instanceof NixData.Attrs attrs) || !value.data().isLiteral()) {
            return false;
        }
        attrs.entries()
                .forEach(
                        (name, each) ->
                                NixosOptions.text(each.data())
                                        .ifPresent(
                                                t -> variables.put(name, new YamlValue.Text(t))));
        if (!variables.isEmpty()) {
            fields.put("environment", new YamlValue.Fields(variables));
        }
        return variables.size() == attrs.entries().size();
    }

    private boolean archive(Placed value, Map<String, YamlValue> fields) {
        Optional<String> from =
                value.data() instanceof NixData.PathTo(String path)
                        ? NixosModules.inside(NixosModules.folder(value), path)
                        : Optional.empty();
        from.ifPresent(
                file -> {
                    copies.add(new Import.Copy(file, file));
                    fields.put("imageArchive", new YamlValue.Text(file));
                });
        return from.isPresent();
    }
}
