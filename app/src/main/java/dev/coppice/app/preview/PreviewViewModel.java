package dev.coppice.app.preview;

import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Place;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.MachineHost;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The machines of the window. Used on the FX thread. */
public final class PreviewViewModel {

    private final MachineHost host;
    private final Function<Generation, Optional<SystemSpec>> specs;
    private final Navigation navigation;
    private final Executor background;
    private final Executor ui;
    private final Executor pulse;
    private final LongSupplier nanos;
    private final ObservableList<MachineViewModel> machines = FXCollections.observableArrayList();
    private final ObjectProperty<MachineViewModel> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper starting = new ReadOnlyStringWrapper("");

    /**
     * @param specs what a generation's text means; called in the background
     * @param pulse runs on the FX thread, at most once per frame
     * @param nanos a clock that only goes forward
     */
    public PreviewViewModel(
            MachineHost host,
            Function<Generation, Optional<SystemSpec>> specs,
            Navigation navigation,
            Executor background,
            Executor ui,
            Executor pulse,
            LongSupplier nanos) {
        this.host = host;
        this.specs = specs;
        this.navigation = navigation;
        this.background = background;
        this.ui = ui;
        this.pulse = pulse;
        this.nanos = nanos;
    }

    /**
     * Starts a machine and selects it. A running machine that holds one of its host ports is
     * stopped first, and makes place: two cannot have it.
     */
    public void boot(Generation generation, RunOptions options) {
        starting.set("Starting generation %d …".formatted(generation.number()));
        CompletableFuture.supplyAsync(() -> specs.apply(generation), background)
                .thenAcceptAsync(
                        spec -> {
                            List<Machine.Forward> wanted =
                                    spec.map(s -> s.machine().forwards()).orElse(List.of());
                            List<MachineViewModel> inTheWay =
                                    machines.stream().filter(m -> m.clashes(wanted)).toList();
                            stopThenStart(inTheWay, generation, options);
                        },
                        ui)
                .exceptionally(this::report);
    }

    private void stopThenStart(
            List<MachineViewModel> inTheWay, Generation generation, RunOptions options) {
        if (inTheWay.isEmpty()) {
            start(generation, options, machines.size());
            return;
        }
        starting.set(
                "Stopping %s, which has the same host port …"
                        .formatted(inTheWay.getFirst().title()));
        var ends = new ArrayList<CompletableFuture<VmState>>();
        for (MachineViewModel model : inTheWay) {
            ends.add(model.machine().ended());
            if (model.machine().options().keepState()) {
                model.stop();
            } else {
                model.kill();
            }
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                        () -> {
                            int at = machines.indexOf(inTheWay.getFirst());
                            inTheWay.forEach(this::remove);
                            start(generation, options, Math.max(0, at));
                        },
                        ui)
                .exceptionally(this::report);
    }

    /** Stops a machine and starts the same generation again in its place. */
    public void restart(MachineViewModel model) {
        VirtualMachine old = model.machine();
        background.execute(old::kill);
        old.ended()
                .thenAcceptAsync(
                        end -> {
                            int at = Math.max(0, machines.indexOf(model));
                            remove(model);
                            start(old.generation(), old.options(), at);
                        },
                        ui);
    }

    private void start(Generation generation, RunOptions options, int at) {
        starting.set("Starting generation %d …".formatted(generation.number()));
        CompletableFuture.supplyAsync(() -> host.start(generation, options), background)
                .thenAcceptAsync(
                        machine -> {
                            starting.set("");
                            add(machine, Math.min(at, machines.size()));
                        },
                        ui)
                .exceptionally(this::report);
    }

    /** Bugs reach the one handler of the UI thread. */
    private Void report(Throwable failure) {
        ui.execute(
                () -> {
                    starting.set("");
                    throw bug(failure);
                });
        return null;
    }

    private static IllegalStateException bug(Throwable failure) {
        return new IllegalStateException("a machine could not be shown", failure);
    }

    private void add(VirtualMachine machine, int at) {
        var model = new MachineViewModel(machine, background, ui, pulse, nanos);
        machines.add(at, model);
        selected.set(model);
        machine.firstBoot().thenRunAsync(navigation::generationsChanged, ui);
        CompletableFuture.supplyAsync(() -> specs.apply(machine.generation()), background)
                .thenAcceptAsync(
                        spec -> spec.ifPresent(s -> model.forward(s.machine().forwards())), ui);
    }

    /** Takes a machine that has ended off the page. */
    public void remove(MachineViewModel model) {
        int at = machines.indexOf(model);
        model.close();
        machines.remove(model);
        if (selected.get() == model) {
            selected.set(
                    machines.isEmpty()
                            ? null
                            : machines.get(Math.clamp(at, 0, machines.size() - 1)));
        }
    }

    /** Moves the clocks of all machines. */
    public void tick() {
        machines.forEach(MachineViewModel::tick);
    }

    /** Builds the spec and boots it here. */
    public void buildAndBoot() {
        navigation.buildAndBoot();
    }

    /** Leads to the generations. */
    public void chooseGeneration() {
        navigation.go(Place.GENERATIONS);
    }

    /** Leaves all machines; who started the host stops them. */
    public void close() {
        machines.forEach(MachineViewModel::close);
        machines.clear();
        selected.set(null);
    }

    public ObservableList<MachineViewModel> machines() {
        return machines;
    }

    /** The machine on the screen; null without any. */
    public ObjectProperty<MachineViewModel> selectedProperty() {
        return selected;
    }

    /** What is being started; empty when nothing is. */
    public ReadOnlyStringProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }
}
