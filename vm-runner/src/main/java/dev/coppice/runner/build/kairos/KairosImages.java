package dev.coppice.runner.build.kairos;

import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.kairos.KairosVersions;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.CanonicalInputs;
import dev.coppice.runner.build.foreign.ExportTree;
import dev.coppice.runner.build.foreign.ImageMaker;
import dev.coppice.runner.build.foreign.Workshop;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.BootImage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a disk or a disc of Kairos as the exported {@code build.sh} does, and puts the guest agent
 * on top of the image, so that Preview can talk to its machine.
 */
public final class KairosImages implements ImageMaker {

    private static final String CLOUD_CONFIG = "cloud-config.yaml";

    private final ProcessRunner processes;

    public KairosImages(ProcessRunner processes) {
        this.processes = processes;
    }

    @Override
    public String title(BuildRequest request) {
        return switch (target(request).medium()) {
            case RAW -> "Kairos disk of " + request.spec().name();
            case ISO -> "Kairos disc of " + request.spec().name();
        };
    }

    @Override
    public String history(BuildRequest request) {
        return switch (target(request).medium()) {
            case RAW -> "image kairos raw";
            case ISO -> "image kairos iso";
        };
    }

    private static BuildTarget.Kairos target(BuildRequest request) {
        if (request.target() instanceof BuildTarget.Kairos kairos) {
            return kairos;
        }
        throw new IllegalArgumentException("no image of Kairos");
    }

    @Override
    public Product make(BuildRequest request, Workshop workshop)
            throws IOException, InterruptedException {
        BuildTarget.Kairos target = target(request);
        ContainerEngine engine = ContainerEngine.require(processes);
        Path folder = workshop.directory().resolve("image");
        ExportTree.write(target.export(), request.project(), folder);
        String name = "localhost/coppice/" + request.spec().name();
        String plain = name + ":" + KairosVersions.IMAGE;
        workshop.tell("Building the image");
        workshop.run(
                engine.build(folder, folder.resolve("Dockerfile"), plain),
                (how, lines) -> KairosFailure.of("build the image", how, lines));
        String tag = name + ":preview";
        workshop.tell("Adding the guest agent");
        workshop.run(
                engine.build(folder, agentFile(workshop.directory(), plain), tag),
                (how, lines) -> KairosFailure.of("add the guest agent", how, lines));
        List<String> id =
                workshop.run(
                        engine.id(tag),
                        (how, lines) -> KairosFailure.of("look at the image", how, lines));
        var inputs =
                CanonicalInputs.of(
                        Map.of(
                                "kind",
                                "kairos",
                                "medium",
                                target.medium().name(),
                                "image",
                                id.isEmpty() ? "" : id.getLast(),
                                "cloudConfig",
                                cloudConfig(target.export()),
                                "auroraboot",
                                KairosVersions.AURORABOOT));
        var medium = new MediumRun(engine, workshop, folder, tag, request.spec().name());
        return switch (target.medium()) {
            case RAW -> new Product(inputs, bios(BootImage.Format.QCOW2), medium::disk);
            case ISO -> new Product(inputs, bios(BootImage.Format.ISO), medium::disc);
        };
    }

    private static BootImage bios(BootImage.Format format) {
        return new BootImage(format, BootImage.Firmware.BIOS);
    }

    private static String cloudConfig(ExportResult export) {
        return export.files().stream()
                .filter(file -> file.path().equals(CLOUD_CONFIG))
                .map(file -> ((ExportedFile.Text) file).content())
                .findFirst()
                .orElse("");
    }

    /** One layer more, whatever the family of the base image. */
    private static Path agentFile(Path directory, String image) throws IOException {
        return Files.writeString(
                directory.resolve("Dockerfile.preview"),
                "FROM " + image + "\n" + PreviewAgent.INSTRUCTION);
    }

    /** What AuroraBoot does with the image. */
    private record MediumRun(
            ContainerEngine engine, Workshop workshop, Path folder, String tag, String name) {

        void disk(Path file) throws IOException, InterruptedException {
            Path build = archive();
            workshop.tell("Making the disk");
            boot(
                    true,
                    build,
                    List.of(
                            "--set",
                            "container_image=ocifile:/build/image.tar",
                            "--set",
                            "disk.bios=true",
                            "--set",
                            "disable_http_server=true",
                            "--set",
                            "disable_netboot=true",
                            "--set",
                            "state_dir=/build",
                            "--cloud-config",
                            "/" + CLOUD_CONFIG));
            workshop.tell("Bringing the disk into the store");
            workshop.copyDisk(made(build, ".raw"), file);
        }

        void disc(Path file) throws IOException, InterruptedException {
            Path build = archive();
            workshop.tell("Making the disc");
            boot(
                    false,
                    build,
                    List.of(
                            "build-iso",
                            "--cloud-config",
                            "/" + CLOUD_CONFIG,
                            "--override-name",
                            name,
                            "--output",
                            "/build",
                            "ocifile:/build/image.tar"));
            workshop.tell("Bringing the disc into the store");
            workshop.copy(Command.of("cp", made(build, ".iso").toString(), file.toString()));
        }

        /** AuroraBoot reads the image from an archive, so it needs no engine itself. */
        private Path archive() throws IOException, InterruptedException {
            Path build = Files.createDirectory(workshop.directory().resolve("build"));
            workshop.tell("Saving the image");
            workshop.run(
                    engine.save(tag, build.resolve("image.tar")),
                    (how, lines) -> KairosFailure.of("save the image", how, lines));
            return build;
        }

        private void boot(boolean privileged, Path build, List<String> arguments)
                throws InterruptedException {
            var volumes = new ArrayList<String>();
            volumes.add(folder.resolve(CLOUD_CONFIG) + ":/" + CLOUD_CONFIG + ":ro");
            volumes.add(build + ":/build");
            workshop.run(
                    engine.run(privileged, volumes, KairosVersions.AURORABOOT, arguments),
                    (how, lines) -> KairosFailure.of("make the medium", how, lines));
        }

        private static Path made(Path build, String ending) throws IOException {
            try (Stream<Path> all = Files.walk(build, 3)) {
                return all.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().endsWith(ending))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                new Problem(
                                                        "image-not-found",
                                                        "AuroraBoot ended well, but made no file"
                                                                + " that ends with "
                                                                + ending
                                                                + ".",
                                                        "Run build.sh of the export by hand to see"
                                                                + " what it makes.",
                                                        List.of())));
            }
        }
    }
}
