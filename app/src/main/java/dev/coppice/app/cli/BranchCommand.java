package dev.coppice.app.cli;

import dev.coppice.app.BranchedProject;
import dev.coppice.app.Engine;
import dev.coppice.model.schema.Shape;
import dev.coppice.runner.store.Generation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;

/** {@code generations branch}. */
@Command(
        name = "branch",
        description = {
            "Makes a project of its own from a generation: its spec and files under another name.",
            "Its history begins with that generation, without a copy of the layers. Never writes",
            "over a file."
        },
        footer = {"", "JSON: {folder, generation: a generation as of build}."})
final class BranchCommand extends GenerationsCommand.OfOne {

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the new system.")
    private String name;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of the new project (default: its name).")
    private Path folder;

    BranchCommand(CliContext context) {
        super(context);
    }

    @Override
    int call(Engine engine, Generation generation) throws IOException {
        if (!Shape.SYSTEM_NAME.matches(name)) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "bad-name",
                    "'" + name + "' is not a system name",
                    Shape.SYSTEM_NAME.help());
        }
        Path shown = folder == null ? Path.of(name) : folder;
        Generation branch =
                BranchedProject.create(
                        engine.generations(),
                        engine.care(),
                        generation,
                        name,
                        context.directory().resolve(shown));
        if (output.json()) {
            var node = Json.object().put("folder", shown.toString());
            node.set("generation", Json.generation(branch, true));
            Json.print(context.out(), node);
        } else {
            context.out()
                    .println(
                            "Made "
                                    + shown
                                    + " with generation "
                                    + branch.number()
                                    + " of "
                                    + name
                                    + ", from generation "
                                    + generation.number()
                                    + " of "
                                    + generation.system()
                                    + ".");
            context.out().println("Next: coppice run " + branch.number() + " --project " + shown);
        }
        return ExitCode.OK;
    }
}
