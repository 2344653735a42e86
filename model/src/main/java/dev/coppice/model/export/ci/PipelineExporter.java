package dev.coppice.model.export.ci;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.Finished;

import java.util.List;
import java.util.function.Function;

/** Writes the pipeline of a CI system. */
public final class PipelineExporter implements Exporter {

    private final String id;
    private final String title;
    private final String file;
    private final Function<Pipeline, TextWriter> writer;
    private final SupportTable support;

    private PipelineExporter(
            String id, String title, String file, Function<Pipeline, TextWriter> writer) {
        this.id = id;
        this.title = title;
        this.file = file;
        this.writer = writer;
        this.support = SupportTable.of(id);
    }

    /** For GitHub Actions. */
    public static PipelineExporter gitHub() {
        return new PipelineExporter(
                "github-actions",
                "GitHub Actions",
                ".github/workflows/coppice.yml",
                GitHubWorkflow::text);
    }

    /** For GitLab CI/CD. */
    public static PipelineExporter gitLab() {
        return new PipelineExporter(
                "gitlab-ci", "GitLab CI/CD", ".gitlab-ci.yml", GitLabPipeline::text);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String summary() {
        return "A pipeline that validates, builds, boots and checks the spec with Coppice, and"
                + " keeps the generation.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        TextWriter text = writer.apply(new Pipeline(input.spec()));
        return Finished.of(input, List.of(text.file(file, Language.YAML)), new Report(), support);
    }
}
