package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.disk.ImageOrder.Release;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code coppice publish}. */
@Command(
        name = "publish",
        description = {
            "Writes generations into a folder for machines that run from a disk of Coppice.",
            "Without GENERATION: the current one, built first when system.yaml has changed."
        },
        footer = {
            "",
            "The folder holds plain files that any web server, object store or CDN can serve:",
            "layers, kernel and initrd named by their SHA-256, a manifest per generation,",
            "SHA256SUMS and SHA256SUMS.gpg. It is signed with the key of the store (made when",
            "there is none, in the store's folder publisher); machines take only what the key of",
            "their own image has signed. In the machine: coppicectl install URL",
            "",
            "JSON: {folder, system, generations: [number]}.",
            "",
            "Exit codes: 0 published; 1 the spec has errors; 3 it could not be written; 4 a tool",
            "is missing; 130 cancelled."
        })
final class PublishCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder; made when absent.")
    private Path folder;

    @Parameters(
            index = "1..*",
            paramLabel = "GENERATION",
            description = "Numbers of the generations to publish.")
    private List<Integer> numbers = new ArrayList<>();

    @Option(
            names = "--updates-from",
            paramLabel = "URL",
            description = "Where machines that run them look for the next ones.")
    private String source = "";

    private final CliContext context;

    PublishCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path target = context.directory().resolve(folder);
        try (Engine engine = context.engines().open(store.resolve(context))) {
            var releases = new Releases(context, engine);
            List<Release> all = releases.of(project, numbers).reversed();
            releases.await(
                    events -> releases.images().publish(all, target, source, events),
                    "cancelled; what was published before is as it was");
            report(target, all);
            return ExitCode.OK;
        }
    }

    private void report(Path target, List<Release> all) {
        List<Integer> published = all.stream().map(r -> r.generation().number()).toList();
        String system = all.getFirst().generation().system();
        if (output.json()) {
            ObjectNode node = Json.object().put("folder", target.toString()).put("system", system);
            var list = node.putArray("generations");
            published.forEach(list::add);
            Json.print(context.out(), node);
        } else {
            context.out()
                    .println("Published " + system + " generations " + published + " in " + target);
        }
    }
}
