package dev.coppice.model.spec;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An OCI container that runs as a service (podman-run(1)).
 *
 * @param name a short name; the unit is {@code NAME.service}
 * @param image the image with its registry and tag
 * @param imageArchive a file of the project with the image, loaded before the start
 * @param ports published ports, {@code [ADDRESS:]HOST:CONTAINER[/PROTOCOL]}
 * @param environment environment variables by name
 * @param volumes mounts, {@code SOURCE:TARGET[:OPTIONS]}
 * @param command arguments behind the image's name; the image's own when empty
 * @param user the user inside the container, a name or number, {@code USER[:GROUP]}
 * @param autoStart whether it starts with the machine
 * @param dependsOn containers that start before it
 */
public record Container(
        String name,
        String image,
        Optional<String> imageArchive,
        List<String> ports,
        SortedMap<String, String> environment,
        List<String> volumes,
        List<String> command,
        Optional<String> user,
        boolean autoStart,
        List<String> dependsOn) {

    public Container {
        ports = List.copyOf(ports);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        volumes = List.copyOf(volumes);
        command = List.copyOf(command);
        dependsOn = List.copyOf(dependsOn);
    }
}
