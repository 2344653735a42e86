package dev.coppice.runner.build.foreign;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Requests for builds by other systems' tools, and their outcomes. */
public final class Requests {

    /** One thread for each job, as in the program. */
    public static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private Requests() {}

    /** What to build from a spec without errors. */
    public static BuildRequest of(
            String spec,
            Path project,
            Exporter exporter,
            Function<ExportResult, BuildTarget> target) {
        var schema = new SpecSchema();
        Analysis analysis = new Analyzer(schema).analyze(new SpecText(spec), ProjectFiles.NONE);
        ExportInput input =
                ExportInput.of(schema, analysis, ProjectFiles.NONE)
                        .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
        return BuildRequest.of(analysis, project)
                .orElseThrow()
                .into(target.apply(exporter.export(input)));
    }

    /** A build that ended. */
    public record Ended(JobOutcome<Generation> outcome, List<JobEvent> events) {

        public Generation generation() {
            if (outcome instanceof JobOutcome.Succeeded<Generation>(Generation made)) {
                return made;
            }
            throw new AssertionError(outcome + "\n" + events);
        }

        public Problem problem() {
            if (outcome instanceof JobOutcome.Failed<Generation>(Problem problem)) {
                return problem;
            }
            throw new AssertionError(outcome + "\n" + events);
        }
    }

    public static Ended build(ForeignBuilder builder, BuildRequest request) throws Exception {
        var events = new CopyOnWriteArrayList<JobEvent>();
        var outcome = builder.build(request, events::add).outcome().get(120, TimeUnit.SECONDS);
        return new Ended(outcome, events);
    }
}
