package dev.coppice.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.Targeting;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Evaluator.Evaluation;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Evaluations by a tool that answers when the test says so; this thread is the FX thread. */
@Timeout(120)
class LiveEvaluationTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            hostname: web-01
            base: { distribution: debian, release: bookworm }
            """;

    private record Asked(BuildRequest request, Cancellation stop, BlockingQueue<Evaluation> says) {}

    @TempDir Path folder;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Evaluated evaluated = new Evaluated();
    private Target target = Target.NIXOS;
    private SpecSession session;
    private LiveEvaluation evaluation;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve(SpecFile.NAME), SPEC);
        var analyzer = new Analyzer();
        var places = new TargetFindings(new SpecSchema(), new Exporters());
        session =
                new SpecSession(
                        SpecFile.of(folder),
                        SPEC,
                        text -> {
                            Analysis analysis = analyzer.analyze(text, path -> Optional.empty());
                            return places.located(analysis, evaluated.of(folder, analysis));
                        },
                        Runnable::run,
                        ui::add);
        var services =
                new Services(
                        null,
                        this::evaluate,
                        null,
                        null,
                        new Chosen(),
                        null,
                        null,
                        task -> Thread.ofVirtual().start(task),
                        ui::add);
        evaluation =
                new LiveEvaluation(
                        session, services, evaluated, new Debouncer(timer, ui::add, Duration.ZERO));
        session.observe(evaluation);
        evaluation.look();
    }

    @AfterEach
    void close() {
        evaluation.close();
        timer.shutdownNow();
    }

    private final class Chosen implements Targeting {
        @Override
        public Target of(Path project) {
            return target;
        }

        @Override
        public void choose(Path project, Target other) {
            target = other;
        }

        @Override
        public Optional<BuildRequest> request(Analysis analysis, Path project) {
            return BuildRequest.of(analysis, project);
        }
    }

    private Evaluation evaluate(BuildRequest request, Cancellation stop)
            throws InterruptedException {
        var mine = new Asked(request, stop, new LinkedBlockingQueue<>());
        asked.add(mine);
        Evaluation said = mine.says().take();
        stop.check();
        return said;
    }

    /** Does what waits for the FX thread, until something is so. */
    private void until(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Runnable next = ui.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    private Asked next() throws InterruptedException {
        until(() -> !asked.isEmpty());
        return asked.take();
    }

    private List<String> errors() {
        var all = new ArrayList<String>();
        for (Diagnostic d : session.analysis().diagnostics()) {
            all.add(d.code() + " " + d.start().line());
        }
        return all;
    }

    private static Evaluation refused() {
        return new Evaluation.Refused(
                List.of(
                        Finding.at(
                                YamlPath.of("hostname"),
                                DiagnosticCode.TARGET_REFUSED,
                                "NixOS says: no",
                                "Take another.")));
    }

    @Test
    void whatIsRefusedStandsAtItsValueUntilTheTextChanges() throws Exception {
        next().says().add(refused());
        until(() -> errors().contains("target-refused 3"));
        assertThat(evaluation.noteProperty().get()).contains("refuses");
        session.replace("edit", SPEC.replace("web-01", "web-02"));
        until(() -> errors().isEmpty());
        Asked second = next();
        assertThat(second.request().spec().hostname()).isEqualTo("web-02");
        second.says().add(new Evaluation.Fine());
        until(() -> evaluation.noteProperty().get().contains("takes"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void theNewestWinsAndStopsTheOneBefore() throws Exception {
        Asked first = next();
        session.replace("edit", SPEC.replace("web-01", "web-02"));
        Asked second = next();
        assertThat(first.stop().isCancelled()).isTrue();
        first.says().add(refused());
        second.says().add(new Evaluation.Fine());
        until(() -> evaluation.noteProperty().get().contains("takes"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void aMissingToolIsSaidAndNoError() throws Exception {
        var problem = new Problem("tool-missing", "Nix is missing.", "Get it.", List.of());
        next().says().add(new Evaluation.Unknown(problem));
        until(() -> evaluation.noteProperty().get().contains("Nix is missing. Get it."));
        assertThat(errors()).isEmpty();
    }

    @Test
    void nothingIsAskedForAnotherTarget() throws Exception {
        Asked first = next();
        target = Target.DEBIAN;
        evaluation.look();
        assertThat(first.stop().isCancelled()).isTrue();
        session.replace("edit", SPEC.replace("web-01", "web-02"));
        until(() -> session.upToDate() && session.analysis().text().content().contains("web-02"));
        assertThat(evaluation.noteProperty().get()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
