package dev.coppice.app.compose.explain;

import dev.coppice.app.FolderFiles;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.explain.Explainer;
import dev.coppice.model.explain.Explanation;
import dev.coppice.model.explain.Proof;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.debian.FieldEffects;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.MachineObserver;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Explains the field that a person works at. Used on the FX thread; works in the background. */
public final class ExplainViewModel implements ProjectSession.Observer {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String SAME = "The image would be the same without it.";

    private record Question(YamlPath path, Analysis analysis) {}

    private final ProjectSession session;
    private final Services services;
    private final Explainer explainer;
    private final InTargets targets;
    private final LatestWins<Question, Optional<Explained>> work;
    private final ObjectProperty<YamlPath> place = new SimpleObjectProperty<>(YamlPath.ROOT);
    private final ReadOnlyObjectWrapper<Optional<Explained>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Set<String> followed = new HashSet<>();
    private boolean open;
    private int asked;

    public ExplainViewModel(ProjectSession session, Services services, SpecSchema schema) {
        this.session = session;
        this.services = services;
        this.explainer = new Explainer(schema);
        this.targets = new InTargets(schema, new Exporters(), new FolderFiles(session.folder()));
        this.work =
                new LatestWins<>(
                        this::explain, services.background(), services.ui(), this::explained);
        place.addListener(o -> refresh());
        session.observe(this);
    }

    /** The place that is explained. */
    public ObjectProperty<YamlPath> placeProperty() {
        return place;
    }

    /** What is to say; empty where no field is. */
    public ReadOnlyObjectProperty<Optional<Explained>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How the command went that was run for what is shown. */
    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Why the command cannot be run now; empty when it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether a command runs at the moment. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Nothing is worked out while nobody looks. */
    public void setOpen(boolean now) {
        open = now;
        refresh();
    }

    /** Looks again: the text, the place or the machines may be others. */
    public void refresh() {
        if (open) {
            services.machines().running().forEach(this::follow);
            showObstacle();
            work.submit(new Question(place.get(), session.analysis()));
        }
    }

    /** A command can be run as soon as a machine is ready, without anybody looking again. */
    private void follow(VirtualMachine machine) {
        if (followed.add(machine.id())) {
            machine.observe(
                    new MachineObserver() {
                        @Override
                        public void stateChanged(VmState state) {
                            services.ui().execute(ExplainViewModel.this::showObstacle);
                        }
                    });
        }
    }

    private void showObstacle() {
        obstacle.set(machine().isPresent() ? "" : why());
    }

    @Override
    public void analysed(Analysis analysis) {
        refresh();
    }

    private Optional<Explained> explain(Question question) {
        Analysis analysis = question.analysis();
        return explainer.of(question.path(), analysis).map(said -> explained(said, analysis));
    }

    private Explained explained(Explanation said, Analysis analysis) {
        Optional<SystemSpec> spec = analysis.spec();
        if (!said.present()) {
            return new Explained(said, Optional.empty(), "It is not set here.", List.of());
        }
        if (spec.isEmpty()) {
            return new Explained(
                    said,
                    Optional.empty(),
                    "Its files are shown once the spec has no errors.",
                    List.of());
        }
        Optional<FieldEffects> effects =
                said.counterpart().map(other -> FieldEffects.between(other.spec(), spec.get()));
        boolean same = effects.filter(FieldEffects.none()::equals).isPresent();
        return new Explained(
                said,
                effects,
                same && said.field().section() != Section.MACHINE ? SAME : "",
                targets.of(said.path(), analysis));
    }

    private void explained(Optional<Explained> newer) {
        boolean sameCommand =
                newer.flatMap(e -> e.explanation().proof())
                        .equals(shown.get().flatMap(e -> e.explanation().proof()));
        if (!sameCommand) {
            outcome.set(Optional.empty());
            asked++;
        }
        shown.set(newer);
    }

    /** Runs the proving command in the newest machine of this project. */
    public void prove() {
        Optional<VirtualMachine> machine = machine();
        Optional<Proof> proof = shown.get().flatMap(e -> e.explanation().proof());
        showObstacle();
        if (machine.isEmpty() || proof.isEmpty() || running.get()) {
            return;
        }
        int question = ++asked;
        running.set(true);
        Generation generation = machine.get().generation();
        var verdict =
                new Verdict(
                        generation.number(),
                        generation.specText().equals(session.analysis().text().content()));
        machine.get()
                .run(proof.get().command(), LONGEST)
                .handle(
                        (result, failure) ->
                                failure == null ? verdict.of(proof.get(), result) : failed(failure))
                .thenAcceptAsync(answer -> answered(question, answer), services.ui());
    }

    private void answered(int question, Outcome answer) {
        running.set(false);
        if (question == asked) {
            outcome.set(Optional.of(answer));
        }
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return new Outcome("It could not be run", String.valueOf(cause.getMessage()), false);
    }

    private Optional<VirtualMachine> machine() {
        return services.machines().running().stream()
                .filter(machine -> machine.state() == VmState.READY)
                .filter(machine -> machine.generation().system().equals(system()))
                .max(Comparator.comparingInt(machine -> machine.generation().number()));
    }

    private String why() {
        boolean starting =
                services.machines().running().stream()
                        .anyMatch(machine -> machine.generation().system().equals(system()));
        return starting
                ? "The machine is not ready yet."
                : "No machine of this project is running. Build & boot starts one.";
    }

    /** The name stays the same while the spec has errors. */
    private String system() {
        return session.analysis()
                .tree()
                .flatMap(tree -> tree.at(YamlPath.of("name")))
                .filter(YNode.YScalar.class::isInstance)
                .map(node -> ((YNode.YScalar) node).value())
                .orElse("");
    }
}
