package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the image has in {@code /usr/local}: there the persistent partition is mounted, so it is
 * kept elsewhere and copied at each start.
 */
final class LocalFiles {

    private static final String LOCAL = "/usr/local";
    private static final String KEPT = "/usr/lib/coppice/local";

    private LocalFiles() {}

    /** The command of the Dockerfile that keeps them. */
    static void keep(Plan plan) {
        List<YamlPath> origins = origins(plan);
        if (!origins.isEmpty()) {
            plan.run(
                    "The persistent partition hides what the image has in /usr/local",
                    "mkdir -p " + KEPT + " && cp -a " + LOCAL + "/. " + KEPT,
                    origins);
        }
    }

    /** The step that copies them. */
    static Optional<Yaml> copyCommand(Plan plan) {
        List<YamlPath> origins = origins(plan);
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new YamlMap(origins.toArray(YamlPath[]::new))
                                .put("name", Yaml.text("What the image has in /usr/local"))
                                .put(
                                        "commands",
                                        Yaml.items(
                                                List.of(
                                                        Yaml.text(
                                                                "cp -a " + KEPT + "/. " + LOCAL))))
                                .done());
    }

    private static List<YamlPath> origins(Plan plan) {
        var origins = new ArrayList<YamlPath>();
        for (ImageFile file : plan.imageFiles()) {
            if (KairosPaths.isIn(LOCAL, file.path())) {
                origins.addAll(origins(file));
            }
        }
        List<Bundle> bundles = plan.spec().software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            if (KairosPaths.isIn(LOCAL, bundle.into())
                    || bundle.files().stream().anyMatch(f -> KairosPaths.isIn(LOCAL, f.to()))) {
                origins.add(YamlPath.of("bundles", i));
            }
        }
        return origins;
    }

    private static List<YamlPath> origins(ImageFile file) {
        return switch (file.file()) {
            case ExportedFile.Text text -> text.lines().getFirst().origins();
            case ExportedFile.Copy copy -> List.of(copy.origin());
        };
    }
}
