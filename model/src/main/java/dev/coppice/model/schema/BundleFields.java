package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Choice;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Software from outside the distribution. */
final class BundleFields {

    private BundleFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.BUNDLES);
        table.row("bundles", ListOf.records("bundle", "name"), "Bundles")
                .doc(
                        "Software that is no package of the distribution: an archive or a single"
                                + " file, downloaded or kept in the project.")
                .debian("Directories in /opt, and what is linked from them.")
                .example("[{ name: hugo, source: vendor/hugo.tar.gz }]")
                .nixos("environment.systemPackages")
                .kairos("bundles")
                .alias("bundle", "downloads", "archives", "artifacts", "tarballs");
        table.row(
                        "bundles[]",
                        new Mapping(List.of(new KeyGroup(List.of("url", "source"), true))),
                        "Bundle")
                .doc("One archive or file, and where its parts go.")
                .debian("The directory /opt/NAME.")
                .example("{ name: hugo, source: vendor/hugo.tar.gz }");
        table.row("bundles[].name", Text.of(Shape.PLAIN_NAME), "Name")
                .required()
                .doc("A short name.")
                .debian("The directory /opt/NAME, unless `into` says otherwise.")
                .example("hugo")
                .placeholder("hugo")
                .alias("id", "pname");
        origin(table);
        unpacking(table);
        placed(table);
        return table.fields();
    }

    private static void origin(FieldTable table) {
        table.row("bundles[].url", Text.of(Shape.URL), "Address")
                .doc("Where to download it. The digest makes sure that it is what you looked at.")
                .debian("Downloaded once, checked and kept in the store.")
                .example("https://example.org/hugo_0.140.0_linux-amd64.tar.gz")
                .placeholder("https://example.org/hugo_0.140.0_linux-amd64.tar.gz")
                .with("sha256")
                .nixos("fetchurl.url")
                .alias("uri", "download", "address");
        table.row("bundles[].source", Text.of(Shape.PROJECT_PATH), "Project file")
                .doc("A file of the project, by its path from the folder of system.yaml.")
                .debian("Taken from the project as it is.")
                .example("vendor/hugo.tar.gz")
                .placeholder("vendor/hugo.tar.gz")
                .alias("src", "file", "path");
        table.row("bundles[].sha256", Text.of(Shape.SHA256), "SHA-256")
                .without("with a project file it is not checked")
                .doc(
                        "The digest of the file, as `sha256sum` prints it. A download must have"
                                + " one: a build fails rather than take other bytes.")
                .debian("Checked before anything is unpacked.")
                .example("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .placeholder("64 hexadecimal digits")
                .nixos("fetchurl.sha256")
                .alias("checksum", "digest", "hash", "sha256sum");
    }

    private static void unpacking(FieldTable table) {
        table.row(
                        "bundles[].unpack",
                        new Choice(
                                List.of(
                                        new Option("auto", "By its name"),
                                        new Option("none", "No"))),
                        "Unpack")
                .defaultsTo("auto")
                .doc(
                        "Whether an archive is unpacked: auto does so with .tar.gz, .tar.xz,"
                                + " .tar.zst, .tar.bz2 and .zip; none keeps the file as it is.")
                .debian("tar or unzip while building.")
                .example("auto")
                .placeholder("auto")
                .alias("extract", "archive");
        table.row("bundles[].strip", new Int(0, 9, DiagnosticCode.OUT_OF_RANGE), "Strip")
                .defaultsTo(0)
                .doc(
                        "How many leading directories are cut off while unpacking. Archives that"
                                + " hold everything in one directory want 1.")
                .debian("tar's --strip-components.")
                .example("1")
                .placeholder("0")
                .alias("stripComponents", "strip_components", "stripRoot");
        table.row("bundles[].into", Text.of(Shape.ABSOLUTE_PATH), "Directory")
                .without("/opt/NAME")
                .doc("The directory that it comes to.")
                .debian("The directory itself.")
                .example("/opt/hugo")
                .placeholder("/opt/hugo")
                .alias("to", "dest", "directory", "target", "prefix");
    }

    private static void placed(FieldTable table) {
        table.row(
                        "bundles[].files",
                        new ListOf("file", List.of("to"), List.of("to"), true),
                        "Files")
                .doc("What of it appears at other places, such as a program in /usr/local/bin.")
                .debian("Links into the bundle's directory.")
                .example("[{ from: hugo, to: /usr/local/bin/hugo }]")
                .alias("links", "install", "bin");
        table.row("bundles[].files[]", Mapping.plain(), "File")
                .doc("One file of the bundle and where it goes.")
                .debian("A link, or a file when its mode must change.")
                .example("{ from: hugo, to: /usr/local/bin/hugo }");
        table.row("bundles[].files[].from", Text.of(Shape.BUNDLE_PATH), "From")
                .required()
                .doc("Its path inside the unpacked bundle.")
                .debian("Where the link leads to.")
                .example("hugo")
                .placeholder("hugo")
                .alias("source", "src", "path");
        table.row("bundles[].files[].to", Text.of(Shape.ABSOLUTE_PATH), "To")
                .required()
                .doc("Where it goes in the machine.")
                .debian("The path itself.")
                .example("/usr/local/bin/hugo")
                .placeholder("/usr/local/bin/hugo")
                .alias("target", "dest", "destination");
        table.row("bundles[].files[].mode", Text.of(Shape.MODE, "0755", "0644"), "Mode")
                .defaultsTo("0755")
                .doc("Who may read, write and run it, as octal digits; 0755 is for programs.")
                .debian("The permission bits, as `chmod` sets them.")
                .example("\"0644\"")
                .placeholder("0755")
                .alias("permissions", "chmod");
        table.row("bundles[].units", ListOf.values("unit file"), "Unit files")
                .doc("Unit files inside the bundle to install; `services` enables them.")
                .debian("Copies in /etc/systemd/system.")
                .example("[systemd/hugo.service]")
                .nixos("systemd.packages")
                .alias("systemd", "services", "unit");
        table.row("bundles[].units[]", Text.of(Shape.BUNDLE_PATH), "Unit file")
                .doc("The path of one unit file inside the bundle.")
                .debian("/etc/systemd/system and the file's name.")
                .example("systemd/hugo.service")
                .placeholder("systemd/hugo.service");
    }
}
