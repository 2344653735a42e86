package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** OCI containers as services. */
final class ContainerFields {

    private ContainerFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.CONTAINERS);
        table.row("containers", ListOf.records("container", "name"), "Containers")
                .doc(
                        "Programs that come as OCI containers and run as services of the machine."
                                + " Podman comes by itself.")
                .debian("A service in /etc/systemd/system for each, which runs podman.")
                .example("[{ name: web, image: docker.io/library/nginx:1.27 }]")
                .nixos("virtualisation.oci-containers.containers")
                .elsewhere("Compose", "services")
                .alias("container", "podman", "docker", "quadlet", "ociContainers", "pods");
        table.row("containers[]", Mapping.plain(), "Container")
                .doc("One container.")
                .debian("NAME.service, which runs `podman run`.")
                .example("{ name: web, image: docker.io/library/nginx:1.27 }");
        table.row("containers[].name", Text.of(Shape.PLAIN_NAME), "Name")
                .required()
                .doc("A short name; the service is called after it.")
                .debian("NAME.service and podman's --name.")
                .example("web")
                .placeholder("web")
                .alias("id", "container_name", "containerName");
        table.row("containers[].image", Text.of(Shape.IMAGE), "Image")
                .required()
                .doc("The image with its registry and its tag; a tag that never moves is best.")
                .debian("Pulled at the first start, or loaded from the archive.")
                .example("docker.io/library/nginx:1.27")
                .placeholder("docker.io/library/nginx:1.27")
                .nixos("virtualisation.oci-containers.containers.<name>.image")
                .elsewhere("Compose", "services.<name>.image")
                .alias("from", "img");
        table.row("containers[].imageArchive", Text.of(Shape.PROJECT_PATH), "Image archive")
                .without("the image is pulled from its registry")
                .doc(
                        "A file of the project with the image, as `podman save` writes it. The"
                                + " machine then needs no registry.")
                .debian("Copied into the image and loaded before the start.")
                .example("images/web.tar")
                .placeholder("images/web.tar")
                .nixos("virtualisation.oci-containers.containers.<name>.imageFile")
                .alias("imageFile", "archive", "tar");
        inside(table);
        running(table);
        return table.fields();
    }

    private static void inside(FieldTable table) {
        table.row("containers[].ports", ListOf.values("port"), "Ports")
                .doc("Ports of the machine that lead into the container: HOST:CONTAINER.")
                .debian("podman's --publish.")
                .example("[\"8080:80\"]")
                .nixos("virtualisation.oci-containers.containers.<name>.ports")
                .elsewhere("Compose", "services.<name>.ports")
                .alias("port", "publish", "expose");
        table.row("containers[].ports[]", Text.of(Shape.PUBLISHED_PORT, "8080:80"), "Port")
                .doc("The machine's port, a colon, the container's port.")
                .debian("One --publish.")
                .example("\"8080:80\"")
                .placeholder("8080:80");
        table.row(
                        "containers[].environment",
                        new MapOf(
                                "variable",
                                new EntryKey("Variable", Shape.VARIABLE, "TZ", List.of("TZ"))),
                        "Environment")
                .doc(
                        "Variables that the program in the container reads. Everyone who can read"
                                + " the spec sees them: no passwords here.")
                .debian("podman's --env.")
                .example("{ TZ: Europe/London }")
                .nixos("virtualisation.oci-containers.containers.<name>.environment")
                .elsewhere("Compose", "services.<name>.environment")
                .alias("env", "variables", "envVars");
        table.row(
                        "containers[].environment.*",
                        new Text(Shape.LINE, false, true, List.of()),
                        "Value")
                .doc("The value of one variable, a text or a number.")
                .debian("One --env.")
                .example("Europe/London")
                .placeholder("Europe/London");
        table.row("containers[].volumes", ListOf.values("mount"), "Mounts")
                .doc("Directories of the machine, or named volumes, that the container sees.")
                .debian("podman's --volume.")
                .example("[\"/srv/www:/usr/share/nginx/html:ro\"]")
                .nixos("virtualisation.oci-containers.containers.<name>.volumes")
                .elsewhere("Compose", "services.<name>.volumes")
                .alias("volume", "mounts", "binds");
        table.row("containers[].volumes[]", Text.of(Shape.VOLUME), "Mount")
                .doc("What is mounted, a colon, where in the container; :ro makes it read-only.")
                .debian("One --volume.")
                .example("\"/srv/www:/usr/share/nginx/html:ro\"")
                .placeholder("/srv/www:/usr/share/nginx/html:ro");
        table.row(
                        "containers[].command",
                        new ListOf("word", List.of(), List.of(), false),
                        "Command")
                .without("the image's own command")
                .doc("What runs in the container instead of the image's own command, word by word.")
                .debian("The words behind the image in `podman run`.")
                .example("[nginx, -g, daemon off;]")
                .nixos("virtualisation.oci-containers.containers.<name>.cmd")
                .elsewhere("Compose", "services.<name>.command")
                .alias("cmd", "args", "run");
        table.row(
                        "containers[].command[]",
                        new Text(Shape.SOME_TEXT, false, true, List.of()),
                        "Word")
                .doc("One word of the command.")
                .debian("One word of `podman run`.")
                .example("nginx")
                .placeholder("nginx");
    }

    private static void running(FieldTable table) {
        table.row(
                        "containers[].user",
                        new Text(Shape.CONTAINER_USER, false, true, List.of("1000")),
                        "User")
                .without("the image's own user")
                .doc("The user inside the container, a name or a number.")
                .debian("podman's --user.")
                .example("\"1000\"")
                .placeholder("1000")
                .nixos("virtualisation.oci-containers.containers.<name>.user")
                .elsewhere("Compose", "services.<name>.user")
                .alias("uid", "runAs");
        table.row("containers[].autoStart", new Bool(), "Starts with the machine")
                .defaultsTo(true)
                .doc("Whether the container starts with the machine.")
                .debian("Whether NAME.service is enabled.")
                .example("false")
                .nixos("virtualisation.oci-containers.containers.<name>.autoStart")
                .alias("autostart", "enabled", "restart", "enable");
        table.row("containers[].dependsOn", ListOf.values("container"), "Needs")
                .doc("Containers that must run before this one.")
                .debian("Requires= and After= in NAME.service.")
                .example("[db]")
                .nixos("virtualisation.oci-containers.containers.<name>.dependsOn")
                .elsewhere("Compose", "services.<name>.depends_on")
                .alias("depends_on", "after", "requires", "needs");
        table.row("containers[].dependsOn[]", Text.of(Shape.PLAIN_NAME), "Container")
                .doc("The name of another container of the spec.")
                .debian("Its service in Requires= and After=.")
                .example("db")
                .placeholder("db")
                .names("containers[].name");
    }
}
