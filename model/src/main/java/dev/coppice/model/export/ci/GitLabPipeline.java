package dev.coppice.model.export.ci;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** A pipeline of GitLab, .gitlab-ci.yml. */
final class GitLabPipeline {

    private final Pipeline pipeline;
    private final TextWriter text = new TextWriter("  ");

    private GitLabPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    static TextWriter text(Pipeline pipeline) {
        var made = new GitLabPipeline(pipeline);
        made.write();
        return made.text;
    }

    private void write() {
        pipeline.head(text);
        text.line("# Set COPPICE_REPOSITORY under Settings > CI/CD > Variables.");
        variables();
        text.gap();
        text.line("stages: [validate, machine]");
        text.gap();
        text.line("default:");
        text.indented(
                () -> {
                    text.line("image: debian:trixie");
                    commands("before_script", pipeline.prepare());
                });
        text.gap();
        text.line("validate:");
        text.indented(this::validate);
        text.gap();
        text.line("machine:");
        text.indented(this::machine);
    }

    private void variables() {
        text.line("variables:");
        text.indented(
                () -> {
                    text.line("COPPICE_REF: main");
                    text.line("# The folder of system.yaml.");
                    text.line("COPPICE_PROJECT: .");
                    text.line("COPPICE_STORE: $CI_PROJECT_DIR/.cache/store");
                    text.line("MAVEN_ARGS: -Dmaven.repo.local=$CI_PROJECT_DIR/.cache/maven");
                });
    }

    private void validate() {
        text.line("stage: validate");
        cache("coppice-maven", ".cache/maven");
        commands("script", pipeline.validate());
        text.line("artifacts:");
        text.indented(
                () -> {
                    text.line("when: always");
                    text.line("paths: [" + Pipeline.FINDINGS + "]");
                });
    }

    private void machine() {
        text.line("stage: machine");
        cache("coppice-store", ".cache/maven, .cache/store");
        var script = new ArrayList<String>(pipeline.build());
        script.addAll(pipeline.check());
        script.addAll(pipeline.publish());
        script.addAll(pipeline.tidy());
        commands("script", script, YamlPath.of("checks"), YamlPath.of("name"));
        pipeline.usage().forEach(line -> text.line("# " + line));
        text.line("artifacts:");
        text.indented(
                () -> {
                    text.line("when: always");
                    text.line(
                            "paths: [generation.json, " + pipeline.artifact() + "]",
                            YamlPath.of("name"));
                    text.line("reports:");
                    text.line("  junit: " + Pipeline.CHECKS, YamlPath.of("checks"));
                });
    }

    private void cache(String key, String paths) {
        text.line("cache:");
        text.line("  key: " + key);
        text.line("  paths: [" + paths + "]");
    }

    private void commands(String key, List<String> commands, YamlPath... origins) {
        text.line(key + ":");
        text.indented(
                () -> {
                    for (String command : commands) {
                        text.line("- |", origins);
                        text.line("  " + command, origins);
                    }
                });
    }
}
