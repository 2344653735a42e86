package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;
import dev.coppice.runner.compare.ComparisonJson;
import dev.coppice.runner.compare.ComparisonText;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.vm.RunOptions;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole loop on the web-server example, twice. */
final class Demo {

    /** Generations of the demo do not mix with those of the example in the window. */
    private static final String SYSTEM = "web-server-demo";

    private static final String HOST = "web-02";
    private static final String PAGE = "files/index.html";

    private final CliContext context;
    private final Engine engine;
    private final Path folder;

    Demo(CliContext context, Engine engine, Path folder) {
        this.context = context;
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * What came of it.
     *
     * @param before the first generation, booted
     * @param after the second
     * @param files screenshots, then the comparison as text and as JSON
     */
    record Result(
            Path folder,
            Generation before,
            Generation after,
            List<Path> screenshots,
            List<Path> comparison,
            String text) {

        /** Whether all checks of both generations passed and only the configuration was made. */
        boolean green() {
            return checksPass(before) && checksPass(after) && madeOnlyConfiguration(after);
        }

        private static boolean checksPass(Generation generation) {
            return generation.boot().isPresent()
                    && CheckCommand.passed(generation.boot().get().checks());
        }

        private static boolean madeOnlyConfiguration(Generation generation) {
            List<LayerRef> below = generation.layers().subList(0, generation.layers().size() - 1);
            return below.stream().allMatch(LayerRef::reused);
        }

        void print(CliContext context) {
            var out = context.out();
            out.println();
            out.print(text);
            out.println();
            out.println(
                    "Generation "
                            + after.number()
                            + " was built in "
                            + Units.time(after.buildTime())
                            + "; reused layers: "
                            + after.layers().stream()
                                    .filter(LayerRef::reused)
                                    .map(layer -> Names.of(layer.kind()))
                                    .collect(Collectors.joining(", "))
                            + ".");
            out.println("Project:     " + folder);
            screenshots.forEach(file -> out.println("Screenshot:  " + file));
            comparison.forEach(file -> out.println("Comparison:  " + file));
            out.println(green() ? "All is green." : "Not all is green; see above.");
        }

        ObjectNode json() {
            ObjectNode node = Json.object().put("green", green()).put("folder", folder.toString());
            node.set(
                    "generations",
                    Json.array(List.of(before, after), g -> Json.generation(g, g.equals(after))));
            ArrayNode pictures = node.putArray("screenshots");
            screenshots.forEach(file -> pictures.add(file.toString()));
            ArrayNode files = node.putArray("comparison");
            comparison.forEach(file -> files.add(file.toString()));
            return node;
        }
    }

    Result run() throws IOException {
        step("1/6", "Making the example project in " + folder);
        ExampleProject.create(new Examples().standard(), folder);
        edit("name", SYSTEM);
        step("2/6", "Building it");
        Generation before = build();
        step("3/6", "Booting it and running its checks");
        before = boot(before);
        step("4/6", "Changing the page (" + PAGE + ") and the host name (to " + HOST + ")");
        changePage();
        edit("hostname", HOST);
        step("5/6", "Building it again");
        Generation after = build();
        step("6/6", "Booting that and running its checks");
        after = boot(after);
        return result(before, after);
    }

    private void step(String number, String what) {
        context.err().println();
        context.err().println("== " + number + "  " + what);
    }

    private Generation build() {
        ProjectText text = ProjectText.load(folder, context);
        text.requireNoErrors(context);
        Generation generation = new Builds(context, engine).build(text);
        BuildCommand.printBuilt(context.err(), generation);
        return generation;
    }

    private Generation boot(Generation generation) throws IOException {
        try (var run = MachineRun.start(context, engine, generation, new RunOptions(true, false))) {
            BootRecord boot = run.awaitBoot(Optional.empty());
            Checks.print(context, context.err(), boot);
            Path picture = picture(generation);
            run.machine().screenshot(picture).join();
            context.err().println("Screenshot: " + picture);
        }
        return engine.generations().find(generation.system(), generation.number()).orElseThrow();
    }

    private Path picture(Generation generation) {
        return folder.resolve("generation-" + generation.number() + ".png");
    }

    private void changePage() throws IOException {
        Path page = folder.resolve(PAGE);
        String html = Files.readString(page);
        Files.writeString(
                page,
                html.replace("</body>", "  <p>This is the second generation.</p>\n  </body>"));
    }

    /** Sets a text of the spec as the form does: only its characters change. */
    private void edit(String field, String value) throws IOException {
        ProjectText text = ProjectText.load(folder, context);
        YamlOp set = new YamlOp.Set(YamlPath.of(field), new YamlValue.Text(value));
        PatchResult patch = new YamlPatcher().patch(text.text(), "Set " + field, List.of(set));
        switch (patch) {
            case PatchResult.Patched(EditBatch batch) ->
                    Files.writeString(text.file(), text.text().apply(batch).content());
            case PatchResult.Refused(String reason) ->
                    throw new IllegalStateException("the example cannot be edited: " + reason);
        }
    }

    private Result result(Generation before, Generation after) throws IOException {
        GenerationComparison comparison =
                new Comparisons(engine.generations()).compare(before, after);
        String words = ComparisonText.of(comparison);
        Path text = Files.writeString(folder.resolve("comparison.txt"), words);
        Path json =
                Files.writeString(
                        folder.resolve("comparison.json"), ComparisonJson.of(comparison) + "\n");
        var pictures = new ArrayList<Path>(List.of(picture(before), picture(after)));
        return new Result(folder, before, after, pictures, List.of(text, json), words);
    }
}
