package dev.coppice.app;

import dev.coppice.model.examples.Example;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Makes a project folder from an example. */
public final class ExampleProject {

    private static final String SPEC = "system.yaml";

    private ExampleProject() {}

    /**
     * Copies an example's files into a folder, which is made when it is not there. Never writes
     * over a file. The spec comes last: a folder is a project once it is there.
     *
     * @throws FileAlreadyExistsException when one of the files is there already; then nothing was
     *     written
     */
    public static void create(Example example, Path folder) throws IOException {
        create(example, example.id(), folder);
    }

    /**
     * The same with another name for the system: generations are kept under it, so two projects
     * should not share one.
     *
     * @param name a system name
     */
    public static void create(Example example, String name, Path folder) throws IOException {
        for (String file : example.files()) {
            if (Files.exists(folder.resolve(file))) {
                throw new FileAlreadyExistsException(
                        folder.resolve(file).toString(),
                        null,
                        "it is there already, so nothing was written; choose an empty folder");
            }
        }
        for (String file : example.files().reversed()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            byte[] bytes =
                    file.equals(SPEC)
                            ? named(example, name).getBytes(StandardCharsets.UTF_8)
                            : example.bytes(file);
            Files.write(target, bytes, StandardOpenOption.CREATE_NEW);
        }
    }

    /** The example's spec with another name, and every other character as it is. */
    private static String named(Example example, String name) {
        var text = new SpecText(example.spec());
        var rename = new YamlOp.Set(YamlPath.of("name"), new YamlValue.Text(name));
        return switch (new YamlPatcher().patch(text, "name", List.of(rename))) {
            case PatchResult.Patched(var batch) -> text.apply(batch).content();
            case PatchResult.Refused(String reason) ->
                    throw new IllegalStateException(example.id() + " has no name: " + reason);
        };
    }
}
