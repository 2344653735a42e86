package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlDocument;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * Resources for the Kairos operator on a Kubernetes cluster: {@code
 * build.kairos.io/v1alpha2/OSArtifact} and {@code operator.kairos.io/v1alpha1/NodeOpUpgrade} of
 * version 0.1.3.
 */
final class OperatorFiles {

    private static final YamlPath NAME = YamlPath.of("name");

    private final SystemSpec spec;

    OperatorFiles(SystemSpec spec) {
        this.spec = spec;
    }

    private String image() {
        return "registry.example.com/" + spec.name() + ":" + KairosVersions.IMAGE;
    }

    /** Builds an ISO image and a raw disk in the cluster. */
    ExportedFile artifact(ExportedFile.Text cloudConfig) {
        var out = new TextWriter("");
        out.line("# kubectl apply -f osartifact.yaml");
        out.line("# The image comes from: IMAGE=registry.example.com/NAME:VERSION ./build.sh push");
        var secret = resource("v1", "Secret", spec.name() + "-cloud-config");
        var data = new YamlMap(NAME);
        data.put(CloudConfig.NAME, Yaml.text(cloudConfig.content()));
        secret.put("stringData", data.done());
        new YamlDocument(out).write(secret.done());
        out.line("---");
        var artifact = resource("build.kairos.io/v1alpha2", "OSArtifact", spec.name());
        var reference =
                new YamlMap()
                        .put("name", Yaml.text(spec.name() + "-cloud-config"))
                        .put("key", Yaml.text(CloudConfig.NAME));
        var artifacts =
                new YamlMap()
                        .put("arch", Yaml.text("amd64"))
                        .put("iso", Yaml.bool(true))
                        .put("cloudImage", Yaml.bool(true))
                        .put("cloudConfigRef", reference.done());
        artifact.put(
                "spec",
                new YamlMap()
                        .put("image", new YamlMap().put("ref", Yaml.text(image())).done())
                        .put("artifacts", artifacts.done())
                        .done());
        new YamlDocument(out).write(artifact.done());
        return out.file("osartifact.yaml", Language.YAML);
    }

    /** Upgrades the nodes of a cluster to the image, one after the other. */
    ExportedFile upgrade() {
        var out = new TextWriter("");
        out.line("# kubectl create -f upgrade.yaml");
        out.line(
                "# It replaces the image; a new cloud-config goes to /oem/90_custom.yaml of"
                        + " nodes.");
        var upgrade = resource("operator.kairos.io/v1alpha1", "NodeOpUpgrade", "");
        var selector =
                new YamlMap()
                        .put(
                                "matchLabels",
                                new YamlMap().put("kairos.io/managed", Yaml.text("true")).done());
        upgrade.put(
                "spec",
                new YamlMap()
                        .put("image", Yaml.text(image()))
                        .put("nodeSelector", selector.done())
                        .put("concurrency", Yaml.number(1))
                        .put("stopOnFailure", Yaml.bool(true))
                        .put("upgradeActive", Yaml.bool(true))
                        .put("upgradeRecovery", Yaml.bool(false))
                        .done());
        new YamlDocument(out).write(upgrade.done());
        return out.file("upgrade.yaml", Language.YAML);
    }

    /** The head of a resource; without a name the cluster makes one, for each run a new one. */
    private YamlMap resource(String version, String kind, String name) {
        var metadata = new YamlMap(NAME);
        if (name.isEmpty()) {
            metadata.put("generateName", Yaml.text(spec.name() + "-"));
        } else {
            metadata.put("name", Yaml.text(name));
        }
        return new YamlMap()
                .put("apiVersion", Yaml.text(version))
                .put("kind", Yaml.text(kind))
                .put("metadata", metadata.done());
    }

    /** Both. */
    List<ExportedFile> files(ExportedFile.Text cloudConfig) {
        return List.of(artifact(cloudConfig), upgrade());
    }
}
