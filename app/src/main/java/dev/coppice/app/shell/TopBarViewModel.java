package dev.coppice.app.shell;

import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.spec.Base;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Target;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the top bar says of the open project. */
final class TopBarViewModel implements ProjectSession.Observer {

    private final SpecSession session;
    final StringProperty name = new SimpleStringProperty();
    final StringProperty folder = new SimpleStringProperty();
    final StringProperty target = new SimpleStringProperty("");

    /** What the target's own tools say of the spec; empty while nothing is known. */
    final StringProperty evaluation = new SimpleStringProperty("");

    final TargetMenuModel targets;
    final BooleanProperty modified = new SimpleBooleanProperty();
    final IntegerProperty errors = new SimpleIntegerProperty();
    final IntegerProperty warnings = new SimpleIntegerProperty();
    final StringProperty undo = new SimpleStringProperty();
    final StringProperty redo = new SimpleStringProperty();
    final StringBinding forecast;
    final StringBinding forecastDetail;
    final BuildAndBoot buildAndBoot;
    final SinceGeneration since;

    TopBarViewModel(
            SpecSession session,
            TargetMenuModel targets,
            BuildAndBoot buildAndBoot,
            Forecast plans,
            SinceGeneration since) {
        this.session = session;
        this.targets = targets;
        this.buildAndBoot = buildAndBoot;
        this.since = since;
        folder.set(homely(session.folder().toString()));
        forecast =
                Bindings.createStringBinding(
                        () -> headline(plans.planProperty().get()),
                        plans.planProperty(),
                        buildAndBoot.runningProperty(),
                        buildAndBoot.obstacleProperty());
        forecastDetail =
                Bindings.createStringBinding(
                        () -> detail(plans.planProperty().get()),
                        plans.planProperty(),
                        buildAndBoot.runningProperty(),
                        buildAndBoot.obstacleProperty());
        targets.targetProperty().subscribe(() -> showTarget(session.analysis()));
        analysed(session.analysis());
        modified.set(session.modified());
        historyChanged();
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        historyChanged();
    }

    @Override
    public void modifiedChanged(boolean nowModified) {
        modified.set(nowModified);
    }

    @Override
    public void analysed(Analysis analysis) {
        errors.set(count(analysis, Severity.ERROR));
        warnings.set(count(analysis, Severity.WARNING));
        name.set(
                analysis.tree()
                        .flatMap(tree -> scalar(tree, YamlPath.of("name")))
                        .orElse(session.folder().getFileName().toString()));
        showTarget(analysis);
    }

    private void showTarget(Analysis analysis) {
        Target chosen = targets.targetProperty().get();
        if (chosen == Target.DEBIAN) {
            analysis.spec().ifPresent(spec -> target.set(target(spec.base())));
        } else {
            target.set(chosen.title());
        }
    }

    /** What undo would take back, the last step first. */
    List<String> undoLabels() {
        return session.undoLabels();
    }

    /** What redo would do again, the next step first. */
    List<String> redoLabels() {
        return session.redoLabels();
    }

    private void historyChanged() {
        undo.set(session.undoLabel().orElse(""));
        redo.set(session.redoLabel().orElse(""));
    }

    private String headline(Optional<BuildPlan> plan) {
        if (buildAndBoot.runningProperty().get()) {
            return "Building";
        }
        if (!buildAndBoot.obstacleProperty().get().isEmpty()) {
            return "Cannot build yet";
        }
        return plan.map(p -> "Build in about " + inWords(p.expected())).orElse("");
    }

    private String detail(Optional<BuildPlan> plan) {
        if (buildAndBoot.runningProperty().get()) {
            return "See the Build page";
        }
        if (!buildAndBoot.obstacleProperty().get().isEmpty()) {
            return buildAndBoot.obstacleProperty().get();
        }
        return plan.map(TopBarViewModel::reuse).orElse("");
    }

    private static String reuse(BuildPlan plan) {
        if (plan.steps().stream().allMatch(step -> step.kind() == LayerKind.IMAGE)) {
            return plan.steps().stream().map(BuildStep::why).findFirst().orElse("");
        }
        long cached = plan.steps().stream().filter(BuildStep::cached).count();
        if (cached == plan.steps().size()) {
            return "Everything is in the store";
        }
        return cached == 0
                ? "Nothing to reuse yet"
                : "%d of %d layers reused".formatted(cached, plan.steps().size());
    }

    private static int count(Analysis analysis, Severity severity) {
        return (int) analysis.diagnostics().stream().filter(d -> d.severity() == severity).count();
    }

    private static Optional<String> scalar(YNode tree, YamlPath path) {
        return tree.at(path)
                .filter(n -> n instanceof YScalar s && s.type() != YScalar.Type.NULL)
                .map(n -> ((YScalar) n).value())
                .filter(value -> !value.isBlank());
    }

    private static String target(Base base) {
        String distribution = base.distribution();
        return distribution.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + distribution.substring(1)
                + " "
                + base.release();
    }

    private static String inWords(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 60
                ? seconds + " s"
                : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static String homely(String path) {
        String home = System.getProperty("user.home");
        return path.startsWith(home + "/") ? "~" + path.substring(home.length()) : path;
    }
}
