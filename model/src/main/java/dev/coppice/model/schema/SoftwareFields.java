package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
import java.util.List;

/** Packages, the archives that they come from, bundles and containers. */
final class SoftwareFields {

    private SoftwareFields() {}

    static List<Field> rows() {
        var rows = new ArrayList<>(packages());
        rows.addAll(repositories());
        rows.addAll(BundleFields.rows());
        rows.addAll(ContainerFields.rows());
        return rows;
    }

    private static List<Field> packages() {
        var table = new FieldTable(Section.PACKAGES);
        table.row("packages", ListOf.values("package"), "Packages")
                .doc(
                        "Software to install, by the names that `apt install` takes. What a package"
                                + " depends on comes by itself.")
                .debian("The packages layer, installed with apt.")
                .example("[nginx, htop]")
                .nixos("environment.systemPackages")
                .cloudInit("packages")
                .alias("package", "systemPackages", "apt", "software", "install");
        table.row(
                        "packages[]",
                        Text.of(
                                Shape.PACKAGE,
                                "openssh-server",
                                "nginx",
                                "curl",
                                "git",
                                "htop",
                                "vim",
                                "tmux",
                                "python3",
                                "postgresql",
                                "podman",
                                "build-essential"),
                        "Package")
                .doc("The name of one package.")
                .debian("A package of the packages layer.")
                .example("nginx")
                .placeholder("nginx");
        return table.fields();
    }

    private static List<Field> repositories() {
        var table = new FieldTable(Section.PACKAGES);
        table.row("repositories", ListOf.records("repository", "name"), "Repositories")
                .doc(
                        "Archives of packages beside the distribution's own. Each is trusted for"
                                + " what its key has signed, and for nothing else.")
                .debian("Files in /etc/apt/sources.list.d, keys in /etc/apt/keyrings.")
                .example(
                        "[{ name: example, url: https://apt.example.org, suites: [stable],"
                                + " components: [main], keySource: keys/example.asc }]")
                .cloudInit("apt.sources")
                .elsewhere("Ansible", "deb822_repository")
                .alias("repository", "repos", "sources", "aptSources", "ppa");
        table.row(
                        "repositories[]",
                        new Mapping(List.of(new KeyGroup(List.of("key", "keySource"), true))),
                        "Repository")
                .doc("One archive with its address, its suites and its key.")
                .debian("/etc/apt/sources.list.d/NAME.sources.")
                .example(
                        "{ name: example, url: https://apt.example.org, suites: [stable],"
                                + " components: [main], keySource: keys/example.asc }");
        table.row("repositories[].name", Text.of(Shape.PLAIN_NAME), "Name")
                .required()
                .doc("A short name; the file in the machine is called after it.")
                .debian("The name of the .sources file and of the keyring.")
                .example("example")
                .placeholder("example")
                .alias("id", "label");
        table.row("repositories[].url", Text.of(Shape.URL), "Address")
                .required()
                .doc("The address of the archive, as its own instructions give it.")
                .debian("URIs: in the .sources file.")
                .example("https://apt.example.org")
                .placeholder("https://apt.example.org")
                .cloudInit("apt.sources.<name>.source")
                .alias("uri", "uris", "source", "mirror");
        parts(table);
        keys(table);
        return table.fields();
    }

    private static void parts(FieldTable table) {
        table.row("repositories[].suites", ListOf.values("suite"), "Suites")
                .required()
                .doc(
                        "The suites to use. An archive without suites is named by one directory"
                                + " that ends with a slash, often ./, and has no components.")
                .debian("Suites: in the .sources file.")
                .example("[stable]")
                .with("components")
                .alias("suite", "distribution", "releases");
        table.row(
                        "repositories[].suites[]",
                        Text.of(Shape.SUITE, "bookworm", "trixie", "stable", "./"),
                        "Suite")
                .doc("One suite.")
                .debian("A word of Suites:.")
                .example("stable")
                .placeholder("stable");
        table.row("repositories[].components", ListOf.values("component"), "Components")
                .doc("Parts of each suite, often just main.")
                .debian("Components: in the .sources file.")
                .example("[main]")
                .alias("component", "areas");
        table.row(
                        "repositories[].components[]",
                        Text.of(Shape.COMPONENT, "main", "contrib", "non-free"),
                        "Component")
                .doc("One component.")
                .debian("A word of Components:.")
                .example("main")
                .placeholder("main");
    }

    private static void keys(FieldTable table) {
        table.row("repositories[].key", Text.lines(Shape.ARCHIVE_KEY), "Key")
                .doc(
                        "The public key that the archive is signed with, armoured, as its own"
                                + " instructions offer it. There is no archive without a key.")
                .debian("/etc/apt/keyrings/NAME.asc, named by Signed-By:.")
                .example(
                        "\"-----BEGIN PGP PUBLIC KEY BLOCK-----\\n\\nmDMEZ0AAAA==\\n"
                                + "-----END PGP PUBLIC KEY BLOCK-----\\n\"")
                .placeholder("-----BEGIN PGP PUBLIC KEY BLOCK-----")
                .cloudInit("apt.sources.<name>.key")
                .alias("gpgKey", "signedBy", "pgpKey");
        table.row("repositories[].keySource", Text.of(Shape.PROJECT_PATH), "Key file")
                .doc("A file of the project with the public key, armoured or not.")
                .debian("A copy in /etc/apt/keyrings, named by Signed-By:.")
                .example("keys/example.asc")
                .placeholder("keys/example.asc")
                .alias("keyFile", "keyring");
    }
}
