package dev.coppice.runner.build.kubernetes;

import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.runner.build.BuildTarget.Medium;
import dev.coppice.runner.build.kairos.PreviewAgent;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The resources that one build asks for: those of the exported {@code osartifact.yaml}, with a name
 * of their own and for one medium. Fields are those of {@code build.kairos.io/v1alpha2} of the
 * operator 0.1.3.
 */
record ArtifactManifest(Secret secret, GenericKubernetesResource artifact) {

    static final String VERSION = "build.kairos.io/v1alpha2";

    static final ResourceDefinitionContext KIND =
            new ResourceDefinitionContext.Builder()
                    .withGroup("build.kairos.io")
                    .withVersion("v1alpha2")
                    .withKind("OSArtifact")
                    .withPlural("osartifacts")
                    .withNamespaced(true)
                    .build();

    /** What the operator puts on all that belongs to a build, with the build's name. */
    static final String LABEL = "build.kairos.io/artifact";

    /** Small tools, from the registry that clusters know. */
    static final String TOOLS = "docker.io/library/busybox:1.37";

    private static final String FILE = "osartifact.yaml";
    private static final String CLOUD_CONFIG = "cloud-config.yaml";
    private static final String DOCKERFILE = "Dockerfile";
    private static final String CONTEXT = "context.tar.gz";

    /** What is asked for: everything that the cluster builds from, under a name. */
    record Wish(ExportResult export, Medium medium, String name) {}

    /** A disk or a disc of an image that a registry has. */
    static ArtifactManifest ofImage(Wish wish, String image) {
        var manifest = new Draft(wish);
        manifest.spec.put("image", Map.of("ref", image));
        return manifest.done(Map.of());
    }

    /**
     * A disk or a disc of an image that the cluster builds.
     *
     * @param context the packed files that the Dockerfile copies
     */
    static ArtifactManifest ofDockerfile(Wish wish, byte[] context) {
        var manifest = new Draft(wish);
        manifest.spec.put(
                "image",
                Map.of(
                        "ociSpec",
                        Map.of(
                                "ref",
                                Map.of("name", wish.name(), "key", DOCKERFILE),
                                "buildContextVolume",
                                "context")));
        manifest.spec.put(
                "volumes",
                List.of(
                        Map.of(
                                "name",
                                "files",
                                "secret",
                                Map.of(
                                        "secretName",
                                        wish.name(),
                                        "items",
                                        List.of(Map.of("key", CONTEXT, "path", CONTEXT)))),
                        Map.of("name", "context", "emptyDir", Map.of())));
        manifest.spec.put(
                "importers",
                List.of(
                        Map.of(
                                "name",
                                BuilderPod.FILES,
                                "image",
                                TOOLS,
                                "command",
                                List.of("tar", "-xzf", "/files/" + CONTEXT, "-C", "/context"),
                                "volumeMounts",
                                List.of(
                                        Map.of("name", "files", "mountPath", "/files"),
                                        Map.of("name", "context", "mountPath", "/context")))));
        String dockerfile = text(wish.export(), DOCKERFILE) + "\n" + PreviewAgent.INSTRUCTION;
        return manifest.done(
                Map.of(
                        DOCKERFILE,
                        template(dockerfile).getBytes(StandardCharsets.UTF_8),
                        CONTEXT,
                        context));
    }

    /** The operator reads a Dockerfile as a Go template: what begins one there is quoted. */
    private static String template(String text) {
        return text.replace("{{", "{{\"{{\"}}");
    }

    /** The file that the operator makes, in the volume of the build. */
    static String file(Medium medium, String name) {
        return switch (medium) {
            case RAW -> name + ".raw";
            case ISO -> name + ".iso";
        };
    }

    private static String text(ExportResult export, String path) {
        return export.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> ((ExportedFile.Text) file).content())
                .findFirst()
                .orElseThrow();
    }

    /** Ties a resource to the build, so that the cluster removes it with the build. */
    static OwnerReference owner(GenericKubernetesResource artifact) {
        return new OwnerReferenceBuilder()
                .withApiVersion(VERSION)
                .withKind(KIND.getKind())
                .withName(artifact.getMetadata().getName())
                .withUid(artifact.getMetadata().getUid())
                .build();
    }

    /** The exported resource on its way. */
    private static final class Draft {

        private final Wish wish;
        private final GenericKubernetesResource artifact;
        private final Map<String, Object> spec;

        Draft(Wish wish) {
            this.wish = wish;
            artifact = exported(wish.export());
            artifact.setMetadata(named(wish.name()));
            spec = map(artifact.getAdditionalProperties().get("spec"));
            Map<String, Object> artifacts = map(spec.get("artifacts"));
            artifacts.remove("iso");
            artifacts.remove("cloudImage");
            artifacts.put(wish.medium() == Medium.ISO ? "iso" : "cloudImage", true);
            artifacts.put("cloudConfigRef", Map.of("name", wish.name(), "key", CLOUD_CONFIG));
            spec.put("artifacts", artifacts);
        }

        private static GenericKubernetesResource exported(ExportResult export) {
            for (String document : text(export, FILE).split("(?m)^---$")) {
                var resource = Serialization.unmarshal(document, GenericKubernetesResource.class);
                if (resource.getKind().equals(KIND.getKind())) {
                    return resource;
                }
            }
            throw new IllegalArgumentException(FILE + " has no " + KIND.getKind());
        }

        private static Map<String, Object> map(Object value) {
            var copy = new LinkedHashMap<String, Object>();
            Optional.ofNullable((Map<?, ?>) value)
                    .ifPresent(it -> it.forEach((key, of) -> copy.put((String) key, of)));
            return copy;
        }

        ArtifactManifest done(Map<String, byte[]> more) {
            artifact.setAdditionalProperty("spec", spec);
            var data = new TreeMap<String, String>();
            Base64.Encoder encoder = Base64.getEncoder();
            more.forEach((key, bytes) -> data.put(key, encoder.encodeToString(bytes)));
            data.put(
                    CLOUD_CONFIG,
                    encoder.encodeToString(
                            text(wish.export(), CLOUD_CONFIG).getBytes(StandardCharsets.UTF_8)));
            Secret secret =
                    new SecretBuilder()
                            .withMetadata(named(wish.name()))
                            .withType("Opaque")
                            .withData(data)
                            .build();
            return new ArtifactManifest(secret, artifact);
        }

        private static ObjectMeta named(String name) {
            return new ObjectMetaBuilder()
                    .withName(name)
                    .addToLabels("app.kubernetes.io/managed-by", "coppice")
                    .build();
        }
    }
}
