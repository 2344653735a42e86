package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.explain.ExplainViewModel;
import dev.coppice.app.compose.explain.Explained;
import dev.coppice.app.compose.explain.InTarget;
import dev.coppice.app.compose.explain.Outcome;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.Targeting;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.FieldLines;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.debian.FieldEffects.FileLines;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class ExplainViewModelTest {

    private static final String TEXT =
            """
            spec: 1
            name: web-01
            base: { distribution: debian, release: bookworm }
            hostname: gate
            network: { hosts: { 10.0.0.2: [db] } }
            """;

    private final PlayedHost host = new PlayedHost();
    private final Services services =
            new Services(
                    new PlayedBuilder(Samples.plan()),
                    null,
                    new MemoryGenerations(),
                    host,
                    Targeting.debian(),
                    null,
                    null,
                    Runnable::run,
                    Runnable::run);
    private final Analyzer analyzer = new Analyzer();
    private final SpecSession session =
            new SpecSession(
                    new SpecFile(Path.of("system.yaml").toAbsolutePath()),
                    TEXT,
                    text -> analyzer.analyze(text, ProjectFiles.NONE),
                    Runnable::run,
                    Runnable::run);
    private final ExplainViewModel model =
            new ExplainViewModel(session, services, new SpecSchema());

    @BeforeEach
    void open() {
        model.setOpen(true);
    }

    private Explained at(Object... parts) {
        model.placeProperty().set(YamlPath.of(parts));
        return model.shownProperty().get().orElseThrow();
    }

    private PlayedMachine boot(VmState state) {
        host.start(Samples.generation(3, Optional.empty()), new RunOptions(true, false));
        host.last().become(state);
        model.refresh();
        return host.last();
    }

    @Test
    void showsWhatOtherSystemsMakeOfAField() {
        List<InTarget> said = at("hostname").targets();
        assertThat(said).hasSizeGreaterThan(1);
        assertThat(said)
                .allSatisfy(
                        target ->
                                assertThat(target.lines().files())
                                        .as(target.title())
                                        .flatExtracting(FieldLines.File::lines)
                                        .anyMatch(line -> line.contains("gate")));
        assertThat(at("locale").targets()).isEmpty();
    }

    @Test
    void showsTheLinesThatAFieldMakes() {
        assertThat(at("network", "hosts", "10.0.0.2").effects().orElseThrow().files())
                .containsExactly(new FileLines("/etc/hosts", List.of("10.0.0.2 db"), false));
        assertThat(at("hostname").effects().orElseThrow().files())
                .extracting(FileLines::path)
                .containsExactly("/etc/hostname", "/etc/hosts");
        assertThat(at("timezone").silence()).isEqualTo("It is not set here.");
        assertThat(at("spec").explanation().silence()).startsWith("It says how to read this file.");
    }

    @Test
    void followsTheTextAndSaysWhyFilesAreMissing() {
        at("hostname");
        session.replace("Type", TEXT.replace("gate", "NOT_A_NAME"));

        Explained now = model.shownProperty().get().orElseThrow();

        assertThat(now.effects()).isEmpty();
        assertThat(now.silence()).contains("no errors");
    }

    @Test
    void worksNothingOutWhileItIsClosed() {
        model.setOpen(false);
        model.placeProperty().set(YamlPath.of("hostname"));
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void withoutAMachineNothingRuns() {
        at("hostname");
        assertThat(model.obstacleProperty().get()).startsWith("No machine of this project");

        PlayedMachine machine = boot(VmState.STARTING);
        assertThat(model.obstacleProperty().get()).isEqualTo("The machine is not ready yet.");
        model.prove();
        assertThat(machine.done).isEmpty();

        machine.become(VmState.READY);
        assertThat(model.obstacleProperty().get()).isEmpty();
    }

    @Test
    void runsTheProofInTheMachine() {
        at("hostname");
        PlayedMachine machine = boot(VmState.READY);

        model.prove();
        assertThat(machine.done).containsExactly("run hostnamectl --static");
        assertThat(model.runningProperty().get()).isTrue();
        machine.answer.complete(new ExecResult(0, "gate\n", ""));

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.outcomeProperty().get())
                .contains(
                        new Outcome(
                                "As the text says. Generation 3 · exit status 0", "gate", true));
        at("timezone");
        assertThat(model.outcomeProperty().get()).isEmpty();
    }

    @Test
    void anotherValueIsNotAsTheTextSays() {
        at("hostname");
        PlayedMachine machine = boot(VmState.READY);
        model.prove();
        machine.answer.complete(new ExecResult(0, "door\n" + "x".repeat(5000), ""));

        Outcome outcome = model.outcomeProperty().get().orElseThrow();
        assertThat(outcome.good()).isFalse();
        assertThat(outcome.head()).startsWith("Expected “gate”. Generation 3 · exit status 0");
        assertThat(outcome.output()).endsWith("… and 1005 more characters");
    }

    @Test
    void anAnswerToAnotherQuestionIsNotShown() {
        at("hostname");
        PlayedMachine machine = boot(VmState.READY);
        model.prove();
        at("timezone");

        machine.answer.complete(new ExecResult(0, "gate\n", ""));

        assertThat(model.outcomeProperty().get()).isEmpty();
    }

    @Test
    void failuresAreSaid() {
        at("hostname");
        PlayedMachine machine = boot(VmState.READY);
        model.prove();
        machine.answer.complete(new ExecResult(1, "", "no such thing\n"));
        assertThat(model.outcomeProperty().get())
                .contains(
                        new Outcome(
                                "Expected “gate”. Generation 3 · exit status 1, built from another"
                                        + " text",
                                "no such thing",
                                false));

        machine.answer = new CompletableFuture<>();
        model.prove();
        machine.answer.completeExceptionally(new IOException("gone"));
        assertThat(model.outcomeProperty().get())
                .contains(new Outcome("It could not be run", "gone", false));
    }
}
