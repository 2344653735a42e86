package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Files in the image. */
final class FileFields {

    private FileFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.FILES);
        table.row("files", ListOf.records("file", "path"), "Files")
                .doc(
                        "Files to place in the image. Short texts stand here; longer ones, and"
                                + " anything that is not text, lie in the project.")
                .debian("Files of the configuration layer; missing directories are made.")
                .example("[{ path: /etc/motd, content: \"Welcome\\n\" }]")
                .nixos("environment.etc")
                .cloudInit("write_files")
                .kairos("write_files")
                .alias("write_files", "file", "etc", "copy");
        table.row(
                        "files[]",
                        new Mapping(List.of(new KeyGroup(List.of("content", "source"), true))),
                        "File")
                .doc("One file: a path, and either its text or the project file to copy.")
                .debian("One file of the configuration layer.")
                .example("{ path: /etc/motd, content: \"Welcome\\n\" }");
        table.row("files[].path", Text.of(Shape.ABSOLUTE_PATH), "Path")
                .required()
                .doc("Where the file stands in the machine.")
                .debian("The path itself.")
                .example("/etc/motd")
                .placeholder("/etc/motd")
                .cloudInit("write_files[].path")
                .kairos("write_files[].path")
                .alias("target", "dest", "destination", "to");
        table.row("files[].content", Text.lines(Shape.ANY), "Text")
                .doc("The text of the file. In YAML, `|` keeps the lines as you write them.")
                .debian("The file's text in UTF-8, as it is.")
                .example("\"Welcome\\n\"")
                .placeholder("Welcome")
                .nixos("environment.etc.<name>.text")
                .cloudInit("write_files[].content")
                .kairos("write_files[].content")
                .alias("text", "contents", "body");
        table.row("files[].source", Text.of(Shape.PROJECT_PATH), "Project file")
                .doc(
                        "A file of the project to copy, by its path from the folder of system.yaml."
                                + " When that file changes, the next build takes the change.")
                .debian("The file's bytes, as they are.")
                .example("files/index.html")
                .placeholder("files/index.html")
                .nixos("environment.etc.<name>.source")
                .alias("src", "from", "file");
        access(table);
        return table.fields();
    }

    private static void access(FieldTable table) {
        table.row("files[].mode", Text.of(Shape.MODE, "0644", "0755", "0600", "0640"), "Mode")
                .defaultsTo("0644")
                .doc(
                        "Who may read, write and run the file, as octal digits: owner, group,"
                                + " others. 0644 is usual, 0755 is for programs, 0600 for secrets.")
                .debian("The permission bits, as `chmod` sets them.")
                .example("\"0755\"")
                .placeholder("0644")
                .nixos("environment.etc.<name>.mode")
                .cloudInit("write_files[].permissions")
                .kairos("write_files[].permissions")
                .alias("permissions", "perms", "chmod");
        table.row("files[].owner", Text.of(Shape.USER_NAME, "root", "www-data"), "Owner")
                .defaultsTo("root")
                .doc("The user who owns the file.")
                .debian("The owner, as `chown` sets it.")
                .example("www-data")
                .placeholder("root")
                .nixos("environment.etc.<name>.user")
                .cloudInit("write_files[].owner")
                .kairos("write_files[].owner")
                .alias("user", "uid");
        table.row("files[].group", Text.of(Shape.USER_NAME, "root", "www-data"), "Group")
                .defaultsTo("root")
                .doc("The group of the file.")
                .debian("The group, as `chgrp` sets it.")
                .example("www-data")
                .placeholder("root")
                .nixos("environment.etc.<name>.group")
                .cloudInit("write_files[].owner")
                .kairos("write_files[].owner")
                .alias("gid");
    }
}
