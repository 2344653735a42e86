package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Choice;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** What the machine is called and what it is made from. */
final class SystemFields {

    private SystemFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.SYSTEM);
        table.row("spec", new Int(1, 1, DiagnosticCode.BAD_VERSION), "Format version")
                .required()
                .doc(
                        "The version of this file's format. It is always 1 today, and lets later"
                                + " programs read this file as it was meant.")
                .debian("Nothing in the image.")
                .example("1")
                .placeholder("1")
                .alias("version", "apiVersion", "schema");
        table.row("name", Text.of(Shape.SYSTEM_NAME), "Name")
                .required()
                .doc(
                        "The name of the system. Generations are kept under it, so two projects"
                                + " with the same name share one history.")
                .debian("Nothing in the image; the host name is made from it when none is given.")
                .example("web-01")
                .placeholder("web-01")
                .alias("system", "id", "title");
        table.row("description", Text.of(Shape.LINE), "Description")
                .defaultsTo("")
                .doc("One line that tells people what the machine is for.")
                .debian("Nothing in the image; Coppice shows it.")
                .example("The public web server")
                .placeholder("What this machine is for")
                .alias("desc", "summary", "comment");
        base(table);
        table.row("hostname", Text.of(Shape.HOST_NAME), "Host name")
                .without("the system's name")
                .doc(
                        "The name that the machine gives itself in its prompt, its log and on the"
                                + " network. Lower-case letters, digits and hyphens.")
                .debian("Written to /etc/hostname and, for 127.0.1.1, to /etc/hosts.")
                .example("web-01")
                .placeholder("web-01")
                .nixos("networking.hostName")
                .cloudInit("hostname")
                .kairos("hostname")
                .alias("hostName", "host", "fqdn");
        includes(table);
        return table.fields();
    }

    private static void base(FieldTable table) {
        table.row("base", Mapping.plain(), "Base")
                .required()
                .doc(
                        "The distribution and release from which the system is made. Changing it"
                                + " rebuilds every layer.")
                .debian("The base layer: a minimal Debian with systemd.")
                .example("{ distribution: debian, release: bookworm }")
                .alias("from", "distro", "os", "image");
        table.row(
                        "base.distribution",
                        new Choice(List.of(new Option("debian", "Debian"))),
                        "Distribution")
                .required()
                .doc("The family of systems. This version of Coppice builds Debian.")
                .debian("Which archive the packages come from.")
                .example("debian")
                .placeholder("debian")
                .alias("distro", "os", "name");
        table.row(
                        "base.release",
                        new Choice(
                                List.of(
                                        new Option("bookworm", "Debian 12 (bookworm)"),
                                        new Option("trixie", "Debian 13 (trixie)"))),
                        "Release")
                .required()
                .doc(
                        "The release by its code name. It decides the versions of all packages."
                                + " bookworm is Debian 12, trixie is Debian 13.")
                .debian("The suite in /etc/apt/sources.list.")
                .example("bookworm")
                .placeholder("bookworm")
                .nixos("system.stateVersion")
                .alias("suite", "version", "codename");
        table.row("base.mirror", Text.of(Shape.URL), "Mirror")
                .without("the default mirror of the build tools")
                .doc(
                        "The archive to download packages from. Leave it out unless a mirror nearby"
                                + " is faster or yours is the only one that can be reached.")
                .debian("The address in /etc/apt/sources.list and of every download of a build.")
                .example("http://mirror.example.org/debian")
                .placeholder("http://mirror.example.org/debian")
                .cloudInit("apt.primary[].uri")
                .alias("url", "uri", "archive");
    }

    private static void includes(FieldTable table) {
        table.row("includes", ListOf.values("file"), "Included files")
                .doc(
                        "YAML files of the project whose settings are part of this system. They"
                            + " come first; what stands in this file wins over them, and lists are"
                            + " joined.")
                .debian("Nothing in the image by itself.")
                .example("[common.yaml]")
                .nixos("imports")
                .cloudInit("#include")
                .alias("include", "imports", "import", "extends");
        table.row("includes[]", Text.of(Shape.INCLUDE_PATH), "Included file")
                .doc("A YAML file of the project, by its path from the folder of system.yaml.")
                .debian("Nothing in the image by itself.")
                .example("common.yaml")
                .placeholder("common.yaml");
    }
}
