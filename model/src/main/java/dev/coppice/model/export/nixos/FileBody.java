package dev.coppice.model.export.nixos;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/**
 * A file's content in Nix.
 *
 * @param known its text, when it is in the spec or can be read from the project
 * @param inline whether it is in the spec
 * @param text an expression of its text
 * @param source an expression of a path with it
 * @param origin the field that says it
 */
record FileBody(
        Optional<String> known, boolean inline, NixValue text, NixValue source, YamlPath origin) {

    static FileBody of(NixConfig config, FileEntry file, YamlPath path) {
        return switch (file.body()) {
            case FileEntry.Inline(String content) -> {
                String here = shebang(content);
                yield new FileBody(
                        Optional.of(here),
                        true,
                        NixValue.of(here),
                        new NixValue.Applied(
                                "pkgs.writeText " + NixText.quoted("file"), NixValue.of(here)),
                        path.key("content"));
            }
            case FileEntry.FromProject(String source) -> {
                YamlPath origin = path.key("source");
                String copy = config.copy(source, origin);
                yield new FileBody(
                        config.input().files().text(source).filter(text -> text.indexOf('\0') < 0),
                        false,
                        NixValue.code("builtins.readFile " + copy),
                        NixValue.code(copy),
                        origin);
            }
        };
    }

    /** The interpreter of a script where NixOS has it. */
    private static String shebang(String content) {
        if (!content.startsWith("#!")) {
            return content;
        }
        int end = content.indexOf('\n');
        String first = end < 0 ? content : content.substring(0, end);
        return "#!"
                + NixosNames.command(first.substring(2).strip())
                + (end < 0 ? "" : content.substring(end));
    }

    /** Whether it is a script whose interpreter NixOS does not have at its place. */
    boolean needsInterpreter() {
        return !inline
                && known.filter(text -> text.startsWith("#!"))
                        .map(text -> text.lines().findFirst().orElse("").substring(2).strip())
                        .filter(line -> !NixosNames.command(line).equals(line))
                        .isPresent();
    }
}
