package dev.coppice.app;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.StoreCare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Branches a generation off: a project of its own that begins where the generation stands. */
public final class BranchedProject {

    private static final String SPEC = "system.yaml";

    private BranchedProject() {}

    /**
     * Makes the project's folder with the generation's spec and files under another name, and the
     * first generation of that name, which shares all layers with the one that it comes from. Never
     * writes over a file.
     *
     * @param name of the new system
     * @throws ProblemException when the name is taken, or a file is there already; then nothing was
     *     done
     */
    public static Generation create(
            Generations generations, StoreCare care, Generation from, String name, Path folder)
            throws IOException {
        if (!generations.list(name).isEmpty()) {
            throw new ProblemException(
                    "system-exists",
                    "There are generations of a system named " + name + " already.",
                    "Choose another name: a branch has a history of its own.");
        }
        Map<String, Path> files = new TreeMap<>(generations.projectFiles(from));
        for (String file : files.keySet()) {
            require(folder, file);
        }
        require(folder, SPEC);
        String text = named(from, name);
        Generation branch = care.branch(from, name, text);
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target);
        }
        Files.createDirectories(folder);
        // The spec comes last: a folder is a project once it is there.
        Files.write(
                folder.resolve(SPEC),
                text.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE_NEW);
        return branch;
    }

    private static void require(Path folder, String file) {
        Path target = folder.resolve(file).normalize();
        if (!target.startsWith(folder.normalize()) || Files.exists(target)) {
            throw new ProblemException(
                    "exists",
                    target + " is there already; nothing was done.",
                    "Choose an empty folder.");
        }
    }

    /** The generation's spec with another name, and every other character as it is. */
    private static String named(Generation from, String name) {
        var text = new SpecText(from.specText());
        var rename = new YamlOp.Set(YamlPath.of("name"), new YamlValue.Text(name));
        return switch (new YamlPatcher().patch(text, "name", List.of(rename))) {
            case PatchResult.Patched(var batch) -> text.apply(batch).content();
            case PatchResult.Refused(String reason) ->
                    throw new ProblemException(
                            "no-name",
                            "The name in the spec of the generation cannot be changed: "
                                    + reason
                                    + ".",
                            "Copy its spec by hand: coppice generations show --spec.");
        };
    }
}
