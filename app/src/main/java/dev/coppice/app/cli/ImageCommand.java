package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.disk.ImageFormat;
import dev.coppice.runner.disk.ImageOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code coppice image}. */
@Command(
        name = "image",
        description = {
            "Writes a disk image that boots by UEFI and BIOS, with a menu of generations.",
            "Without GENERATION: the current one, built first when system.yaml has changed."
        },
        footer = {
            "",
            "The end of FILE says which form: .raw or .img, .qcow2, .vmdk, .vhdx.",
            "With several generations the newest is on trial: it is kept when the checks of the",
            "spec hold; otherwise the machine falls back to the one before. In the machine,",
            "coppicectl lists, installs, switches, rolls back and removes generations; coppice",
            "publish makes new ones available to it.",
            "",
            "JSON: {file, bytes, form, generations: [number]}.",
            "",
            "Exit codes: 0 written; 1 the spec has errors; 3 it could not be written; 4 a tool is",
            "missing; 130 cancelled."
        })
final class ImageCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Parameters(
            index = "1..*",
            paramLabel = "GENERATION",
            description = "Numbers of the generations on the disk.")
    private List<Integer> numbers = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Size of the disk, such as 8G (default: as small as is sensible).")
    private Long size = 0L;

    @Option(
            names = "--updates-from",
            paramLabel = "URL",
            description = "Where its machines look for new generations.")
    private String source = "";

    @Option(
            names = "--parameter",
            paramLabel = "WORD",
            description = "A word for the kernel on this disk; may be given several times.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--tries",
            paramLabel = "N",
            description = "How often the newest generation may fail its checks (default: 3).")
    private int tries = ImageOrder.TRIES;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    private final CliContext context;

    ImageCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path target = context.directory().resolve(file);
        ImageFormat format = format();
        if (tries < 1 || tries > 9) {
            throw new CliFailure(ExitCode.USAGE, "usage", "--tries takes 1 to 9", "");
        }
        if (Files.exists(target) && !force) {
            throw new CliFailure(
                    ExitCode.USAGE, "file-exists", target + " is there already", "Add --force.");
        }
        try (Engine engine = context.engines().open(store.resolve(context))) {
            var releases = new Releases(context, engine);
            var order =
                    new ImageOrder(
                            releases.of(project, numbers),
                            target,
                            format,
                            size,
                            source,
                            parameters,
                            tries);
            Path written =
                    releases.await(
                            events -> releases.images().write(order, events),
                            "cancelled; nothing was written");
            report(order, written);
            return ExitCode.OK;
        }
    }

    private ImageFormat format() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        Optional<ImageFormat> format =
                ImageFormat.of(end.equals("img") ? ImageFormat.RAW.extension() : end);
        return format.orElseThrow(
                () ->
                        new CliFailure(
                                ExitCode.USAGE,
                                "unknown-form",
                                "the end of " + name + " does not say which form",
                                "Use .raw, .img, .qcow2, .vmdk or .vhdx."));
    }

    private void report(ImageOrder order, Path written) throws IOException {
        List<Integer> all = order.releases().stream().map(r -> r.generation().number()).toList();
        if (output.json()) {
            ObjectNode node =
                    Json.object()
                            .put("file", written.toString())
                            .put("bytes", Files.size(written))
                            .put("form", order.format().extension());
            var list = node.putArray("generations");
            all.forEach(list::add);
            Json.print(context.out(), node);
        } else {
            context.out()
                    .println(
                            written
                                    + ": "
                                    + order.format().extension()
                                    + ", "
                                    + Units.size(Files.size(written))
                                    + ", generations "
                                    + all);
        }
    }
}
