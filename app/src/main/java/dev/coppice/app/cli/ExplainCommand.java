package dev.coppice.app.cli;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.guide.Guide;
import dev.coppice.model.guide.GuideWriter;
import dev.coppice.model.guide.Guides;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.concurrent.Callable;

/** {@code coppice explain}. */
@Command(
        name = "explain",
        description = "Explains a finding of validate, or lists all that there are.",
        footer = {
            "",
            "JSON of one finding: {code, severity, meaning, why, bad, good, message, help,",
            "fixes}; message, help and fixes are what validate says of the bad example.",
            "JSON of all: {findings: [{code, severity, meaning}]}.",
            "",
            "Exit codes: 0 printed; 2 no such finding."
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin private Options.Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            description = "The code of a finding, such as unknown-group (default: list all).")
    private String code;

    private final CliContext context;

    ExplainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var guides = new Guides();
        if (code == null) {
            list(guides);
        } else {
            one(guides.find(code).orElseThrow(() -> unknown(guides)), guides);
        }
        return ExitCode.OK;
    }

    private void list(Guides guides) {
        if (output.json()) {
            ObjectNode node = Json.object();
            ArrayNode all = node.putArray("findings");
            guides.all().forEach(guide -> all.add(head(guide)));
            Json.print(context.out(), node);
            return;
        }
        var table = new Table();
        for (Guide guide : guides.all()) {
            table.row(guide.code().id(), Names.of(guide.code().severity()), guide.code().meaning());
        }
        table.print(context.out(), "");
    }

    private void one(Guide guide, Guides guides) {
        var writer = new GuideWriter(guides);
        if (!output.json()) {
            context.out().print(writer.page(guide));
            return;
        }
        ObjectNode node =
                head(guide)
                        .put("why", guide.why())
                        .put("bad", guide.badSpec())
                        .put("good", guide.goodSpec());
        writer.finding(guide).ifPresent(found -> said(found, node));
        Json.print(context.out(), node);
    }

    private static ObjectNode head(Guide guide) {
        return Json.object()
                .put("code", guide.code().id())
                .put("severity", Names.of(guide.code().severity()))
                .put("meaning", guide.code().meaning());
    }

    private static void said(Diagnostic found, ObjectNode node) {
        node.put("message", found.message()).put("help", found.help());
        ArrayNode fixes = node.putArray("fixes");
        found.fixes().forEach(fix -> fixes.add(fix.label()));
    }

    private CliFailure unknown(Guides guides) {
        String hint =
                Closest.to(code, guides.all().stream().map(g -> g.code().id()).toList())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("coppice explain lists all.");
        return new CliFailure(
                ExitCode.USAGE, "unknown-finding", "there is no finding " + code, hint);
    }
}
