package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.tools.GoTool;
import dev.coppice.runner.tools.NpmTool;
import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Exported pipelines, read and run by programs that know them. */
@Tag("vm")
class PipelineToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export").toAbsolutePath().normalize();

    @TempDir Path folder;

    @Test
    void actionlintTakesWorkflows() throws Exception {
        String tool = GoTool.ACTIONLINT.built().toString();
        List<String> argv = new ArrayList<>(List.of(tool, "-no-color"));
        try (Stream<Path> files = Files.walk(EXPORTS.resolve("github-actions"))) {
            files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .forEach(file -> argv.add(file.toString()));
        }
        assertThat(argv).hasSizeGreaterThan(10);
        Ran ran = Ran.of(Command.of(argv));
        assertThat(ran.ok()).as(ran.toString()).isTrue();

        Path bad = Files.writeString(folder.resolve("bad.yml"), "on: push\njobs: { a: {} }\n");
        assertThat(Ran.of(Command.of(tool, bad.toString())).ok()).isFalse();
    }

    /**
     * Runs the jobs by a shell, in their order and with their artifacts. What they install is here
     * already, so apt-get does nothing; what they clone is a repository with a program of Coppice's
     * name that writes down how it was called. That Coppice does what it is told is proven
     * elsewhere.
     */
    @Test
    void gitlabCiLocalRunsThePipeline() throws Exception {
        Path npm = NpmTool.GITLAB_CI_LOCAL.installed();
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.copy(
                EXPORTS.resolve("gitlab-ci/web-server/.gitlab-ci.yml"),
                project.resolve(".gitlab-ci.yml"));
        Files.writeString(project.resolve("system.yaml"), "spec: 1\nname: web-server\n");
        git(project, "init", "--quiet", "--initial-branch=main");
        git(project, "remote", "add", "origin", "git@gitlab.com:coppice/test.git");
        commit(project);
        Path repository = coppice();
        Path programs = Files.createDirectory(folder.resolve("bin"));
        program(programs.resolve("apt-get"), "exit 0");

        Ran ran =
                ToolRoot.ofTests()
                        .run(
                                List.of(folder, npm),
                                List.of(
                                        "env",
                                        "--chdir=" + project,
                                        "PATH=" + programs + ":/usr/sbin:/usr/bin:/sbin:/bin",
                                        "CALLS=" + folder.resolve("calls"),
                                        npm.resolve("node_modules/.bin/gitlab-ci-local").toString(),
                                        "--shell-isolation",
                                        "--force-shell-executor",
                                        "--variable",
                                        "COPPICE_REPOSITORY=" + repository));
        assertThat(ran.ok()).as(ran.toString()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .as(ran.toString())
                .containsExactly(
                        "--yes validate --sarif coppice.sarif .",
                        "--yes build --project . --format json",
                        "--yes check --project . --timeout 20m --junit coppice-junit.xml",
                        "--yes generations export 7 --project . --force --output"
                                + " web-server.generation.tar",
                        "--yes generations gc --project . --keep 2");
        assertThat(project.resolve(".gitlab-ci-local/artifacts/validate/coppice.sarif")).exists();
        assertThat(project.resolve(".gitlab-ci-local/artifacts/machine/web-server.generation.tar"))
                .exists();
    }

    /** A repository with a program that leaves what Coppice leaves. */
    private Path coppice() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("coppice"));
        program(
                Files.createDirectory(repository.resolve("installers")).resolve("coppice"),
                """
                echo "$*" >>"$CALLS"
                case $2 in
                validate) echo '{}' >coppice.sarif ;;
                build) echo '{"system": "web-server", "number": 7}' ;;
                check) echo '<testsuites/>' >coppice-junit.xml ;;
                generations) test "$3" = gc || echo packed >web-server.generation.tar ;;
                esac\
                """);
        git(repository, "init", "--quiet", "--initial-branch=main");
        commit(repository);
        return repository;
    }

    private static void commit(Path repository) throws Exception {
        git(repository, "add", "--all");
        git(
                repository,
                "-c",
                "user.name=test",
                "-c",
                "user.email=test@example.org",
                "commit",
                "--quiet",
                "--message=test");
    }

    private static void git(Path repository, String... arguments) throws Exception {
        List<String> argv = new ArrayList<>(List.of("git", "-C", repository.toString()));
        argv.addAll(List.of(arguments));
        Ran ran = Ran.of(Command.of(argv));
        assertThat(ran.ok()).as(ran.toString()).isTrue();
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\nset -e\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
