package dev.coppice.app.cli;

import dev.coppice.model.schema.FieldReferenceWriter;
import dev.coppice.model.schema.JsonSchemaWriter;
import dev.coppice.model.schema.SpecSchema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code coppice schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of system.yaml, for editors and other tools.",
        footer = {"", "Exit codes: 0 printed."})
final class SchemaCommand implements Callable<Integer> {

    @Option(names = "--docs", description = "Print the reference of all fields as Markdown.")
    private boolean docs;

    private final CliContext context;

    SchemaCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var schema = new SpecSchema();
        String text =
                docs
                        ? new FieldReferenceWriter(schema).write()
                        : new JsonSchemaWriter(schema).write();
        context.out().print(text.endsWith("\n") ? text : text + "\n");
        return ExitCode.OK;
    }
}
