package dev.coppice.model.export.ci;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.stream.Stream;

/** A workflow of GitHub Actions. */
final class GitHubWorkflow {

    private static final YamlPath CHECKED = YamlPath.of("checks");
    private static final YamlPath NAME = YamlPath.of("name");

    private final Pipeline pipeline;
    private final TextWriter text = new TextWriter("  ");

    private GitHubWorkflow(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    static TextWriter text(Pipeline pipeline) {
        var made = new GitHubWorkflow(pipeline);
        made.write();
        return made.text;
    }

    private void write() {
        pipeline.head(text);
        text.line("# Set COPPICE_REPOSITORY under Settings > Secrets and variables > Actions.");
        text.line("name: Coppice");
        text.gap();
        text.line("\"on\": [push, pull_request]");
        text.gap();
        text.line("permissions:");
        text.line("  contents: read");
        text.line("  # Findings are shown beside the lines of the code.");
        text.line("  security-events: write");
        text.gap();
        text.line("env:");
        text.indented(
                () -> {
                    text.line("COPPICE_REPOSITORY: ${{ vars.COPPICE_REPOSITORY }}");
                    text.line("COPPICE_REF: main");
                    text.line("# The folder of system.yaml.");
                    text.line("COPPICE_PROJECT: .");
                });
        text.gap();
        text.line("jobs:");
        text.indented(
                () -> {
                    text.line("validate:");
                    text.indented(this::validate);
                    text.gap();
                    text.line("machine:");
                    text.indented(this::machine);
                });
    }

    private void validate() {
        text.line("runs-on: ubuntu-latest");
        text.line("container: debian:trixie");
        text.line("steps:");
        text.indented(
                () -> {
                    start(".cache/maven");
                    run("Validate", pipeline.validate());
                    text.line("- name: Show the findings");
                    text.indented(
                            () -> {
                                text.line(
                                        "if: ${{ !cancelled() && hashFiles('"
                                                + Pipeline.FINDINGS
                                                + "') != '' }}");
                                text.line(
                                        "# Private repositories may lack code scanning, and forks"
                                                + " the right to write.");
                                text.line("continue-on-error: true");
                                text.line("uses: github/codeql-action/upload-sarif@v4");
                                text.line("with:");
                                text.line("  sarif_file: " + Pipeline.FINDINGS);
                            });
                });
    }

    private void machine() {
        text.line("needs: validate");
        text.line("runs-on: ubuntu-latest");
        text.line("timeout-minutes: 90");
        text.line("container:");
        text.line("  image: debian:trixie");
        text.line("  options: --privileged");
        text.line("steps:");
        text.indented(
                () -> {
                    start(".cache");
                    run("Build", pipeline.build());
                    run("Boot and check", pipeline.check(), CHECKED);
                    run("Pack the generation", pipeline.publish(), NAME);
                    run("Leave in the cache what the next build can use", pipeline.tidy());
                    pipeline.usage().forEach(line -> text.line("# " + line));
                    text.line("- name: Keep the generation and the results of the checks");
                    text.indented(
                            () -> {
                                text.line("if: ${{ !cancelled() }}");
                                text.line("uses: actions/upload-artifact@v6");
                                text.line("with:");
                                text.line("  name: " + pipeline.spec().name(), NAME);
                                text.line("  path: |");
                                text.line("    generation.json");
                                text.line("    " + pipeline.artifact(), NAME);
                                text.line("    " + Pipeline.CHECKS, CHECKED);
                            });
                });
    }

    private void start(String cached) {
        text.line("- uses: actions/checkout@v5");
        run(
                "Prepare",
                Stream.concat(
                                Stream.of(
                                        "echo \"COPPICE_STORE=$PWD/.cache/store\" >>"
                                                + " \"$GITHUB_ENV\"",
                                        "echo \"MAVEN_ARGS=-Dmaven.repo.local=$PWD/.cache/maven\""
                                                + " >> \"$GITHUB_ENV\""),
                                pipeline.prepare().stream())
                        .toList());
        text.line("- uses: actions/cache@v5");
        text.indented(
                () -> {
                    text.line("with:");
                    text.line("  path: " + cached);
                    text.line("  key: coppice-${{ github.job }}-${{ github.sha }}");
                    text.line("  restore-keys: coppice-${{ github.job }}-");
                });
    }

    private void run(String name, List<String> commands, YamlPath... origins) {
        text.line("- name: " + name);
        text.line("  run: |");
        commands.forEach(command -> text.line("    " + command, origins));
    }
}
