package dev.coppice.app.cli;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings in the format that code hosts show beside the lines of the code: SARIF 2.1.0. */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    static ObjectNode of(List<ProjectText> texts) {
        ObjectNode run = Json.object();
        ObjectNode driver = Json.object().put("name", "Coppice");
        ArrayNode rules = driver.putArray("rules");
        codes(texts).forEach(code -> rules.add(Json.object().put("id", code)));
        run.set("tool", Json.object().set("driver", driver));
        // Columns are counted as Java and JavaScript count characters.
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (ProjectText text : texts) {
            text.diagnostics().forEach(each -> results.add(result(text.shown(), each)));
        }
        ObjectNode log = Json.object().put("$schema", SCHEMA).put("version", "2.1.0");
        log.putArray("runs").add(run);
        return log;
    }

    private static Set<String> codes(List<ProjectText> texts) {
        var codes = new LinkedHashSet<String>();
        texts.forEach(text -> text.diagnostics().forEach(each -> codes.add(each.code())));
        return codes;
    }

    private static ObjectNode result(String file, Diagnostic diagnostic) {
        ObjectNode region =
                Json.object()
                        .put("startLine", diagnostic.start().line())
                        .put("startColumn", diagnostic.start().column())
                        .put("charOffset", diagnostic.range().start())
                        .put("charLength", diagnostic.range().length());
        ObjectNode place = Json.object();
        place.set("artifactLocation", Json.object().put("uri", file.replace(" ", "%20")));
        place.set("region", region);
        ObjectNode result =
                Json.object()
                        .put("ruleId", diagnostic.code())
                        .put("level", level(diagnostic.severity()));
        String help = diagnostic.help().isEmpty() ? "" : ". " + diagnostic.help();
        result.set("message", Json.object().put("text", diagnostic.message() + help));
        result.putArray("locations").add(Json.object().set("physicalLocation", place));
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
