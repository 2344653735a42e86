package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.spec.Container;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Containers as services, run by Podman as on Debian. */
final class ContainerPart {

    private final NixConfig config;
    private final NixConfig.Part part;

    ContainerPart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.CONTAINERS);
    }

    void write() {
        List<Container> containers = config.spec().containers();
        if (!containers.isEmpty()) {
            part.set(
                    "virtualisation.oci-containers.backend",
                    of("podman"),
                    config.written("containers"));
        }
        for (int i = 0; i < containers.size(); i++) {
            container(containers.get(i), YamlPath.of("containers", i));
        }
    }

    private void container(Container container, YamlPath path) {
        set(container, "serviceName", of(container.name()), path.key("name"));
        set(container, "image", of(container.image()), path.key("image"));
        container
                .imageArchive()
                .ifPresent(
                        archive ->
                                set(
                                        container,
                                        "imageFile",
                                        code(config.copy(archive, path.key("imageArchive"))),
                                        path.key("imageArchive")));
        texts(container, "ports", container.ports(), path);
        container
                .environment()
                .forEach(
                        (name, value) ->
                                part.set(
                                        List.of(
                                                "virtualisation",
                                                "oci-containers",
                                                "containers",
                                                container.name(),
                                                "environment",
                                                name),
                                        of(value),
                                        List.of(path.key("environment").key(name))));
        texts(container, "volumes", container.volumes(), path);
        if (!container.command().isEmpty()) {
            set(container, "cmd", NixValue.texts(container.command()), path.key("command"));
        }
        container.user().ifPresent(user -> set(container, "user", of(user), path.key("user")));
        if (config.isWritten(path.key("autoStart"))) {
            set(container, "autoStart", of(container.autoStart()), path.key("autoStart"));
        }
        texts(container, "dependsOn", container.dependsOn(), path);
    }

    private void texts(Container container, String option, List<String> values, YamlPath path) {
        if (!values.isEmpty()) {
            set(container, option, NixValue.texts(values), path.key(option));
        }
    }

    private void set(Container container, String option, NixValue value, YamlPath origin) {
        part.set(
                List.of("virtualisation", "oci-containers", "containers", container.name(), option),
                value,
                List.of(origin));
    }
}
