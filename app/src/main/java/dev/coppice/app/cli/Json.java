package dev.coppice.app.cli;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diff.Change;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Marks;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;

/**
 * The JSON that commands print. Names are camelCase, times are seconds, sizes are bytes, moments
 * are ISO 8601 in UTC; members are added over time and never change their meaning.
 */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, ObjectNode> shape) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(shape.apply(item)));
        return array;
    }

    /** Prints one document, indented, with a line end. */
    static void print(PrintStream out, ObjectNode node) {
        out.println(text(node));
    }

    static String text(ObjectNode node) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(node);
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    static ObjectNode diagnostic(String file, Diagnostic diagnostic) {
        ObjectNode node =
                object().put("file", file)
                        .put("line", diagnostic.start().line())
                        .put("column", diagnostic.start().column())
                        .put("offset", diagnostic.range().start())
                        .put("length", diagnostic.range().length())
                        .put("severity", Names.of(diagnostic.severity()))
                        .put("code", diagnostic.code())
                        .put("path", diagnostic.path().toString())
                        .put("message", diagnostic.message())
                        .put("help", diagnostic.help());
        ArrayNode fixes = node.putArray("fixes");
        diagnostic.fixes().forEach(fix -> fixes.add(fix.label()));
        return node;
    }

    static ObjectNode problem(Problem problem) {
        ObjectNode node =
                object().put("code", problem.code())
                        .put("message", problem.message())
                        .put("hint", problem.hint());
        ArrayNode log = node.putArray("log");
        problem.log().forEach(log::add);
        return node;
    }

    static ObjectNode plan(BuildPlan plan) {
        ObjectNode node = object().put("expectedSeconds", seconds(plan.expected()));
        node.set("steps", array(plan.steps(), Json::step));
        return node;
    }

    private static ObjectNode step(BuildStep step) {
        return object().put("step", Names.of(step.kind()))
                .put("title", step.title())
                .put("digest", step.digest())
                .put("cached", step.cached())
                .put("why", step.why())
                .put("expectedSeconds", seconds(step.expected()))
                .put("expectedBytes", step.expectedBytes());
    }

    /** A generation without its spec text and facts. */
    static ObjectNode generation(Generation generation, boolean current) {
        ObjectNode node =
                object().put("system", generation.system())
                        .put("number", generation.number())
                        .put("current", current)
                        .put("target", generation.target().id())
                        .put("created", generation.created().toString())
                        .put("kernelVersion", generation.kernelVersion())
                        .put("buildSeconds", seconds(generation.buildTime()))
                        .put("bytes", generation.bytes())
                        .put("directory", generation.directory().toString());
        Marks marks = generation.marks();
        node.put("pinned", marks.pinned());
        marks.label().ifPresent(label -> node.put("label", label));
        marks.origin()
                .ifPresent(
                        origin ->
                                node.putObject("origin")
                                        .put("how", Names.of(origin.how()))
                                        .put("system", origin.system())
                                        .put("number", origin.number()));
        node.set("layers", array(generation.layers(), Json::layer));
        generation.boot().ifPresent(boot -> node.set("boot", boot(boot)));
        return node;
    }

    private static ObjectNode layer(LayerRef layer) {
        return object().put("kind", Names.of(layer.kind()))
                .put("digest", layer.digest())
                .put("bytes", layer.bytes())
                .put("reused", layer.reused())
                .put("why", layer.why())
                .put("seconds", seconds(layer.took()));
    }

    static ObjectNode boot(BootRecord boot) {
        ObjectNode node =
                object().put("at", boot.at().toString())
                        .put("readySeconds", seconds(boot.ready()))
                        .put("accelerator", boot.accelerator());
        boot.screenshot().ifPresent(file -> node.put("screenshot", file.toString()));
        node.set("checks", array(boot.checks(), Json::check));
        return node;
    }

    static ObjectNode check(CheckResult check) {
        return object().put("check", check.check())
                .put("verdict", Names.of(check.verdict()))
                .put("detail", check.detail());
    }

    static ObjectNode change(Change change) {
        return object().put("kind", Names.of(change.kind()))
                .put("section", change.section())
                .put("label", change.label())
                .put("before", change.before())
                .put("after", change.after())
                .put("path", change.path().toString());
    }
}
