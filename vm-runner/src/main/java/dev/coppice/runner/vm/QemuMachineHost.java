package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Lease;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Runs machines with QEMU on this host. {@link #start} may take some seconds the first time after
 * the host has booted, while it finds out how machines run best here.
 */
public final class QemuMachineHost implements MachineHost {

    private static final String QEMU = "qemu-system-x86_64";
    private static final Accelerator.Choice NONE =
            new Accelerator.Choice(Accelerator.TCG, "nothing was tried");

    /**
     * Where things are on this host.
     *
     * @param run for running machines, private, with a short name; see {@link RunRoot}
     * @param cache for what can be found out again
     * @param state for the disks that keep state
     */
    public record Places(Path run, Path cache, Path state) {}

    private final Places places;
    private final ProcessRunner processes;
    private final Store store;
    private final GenerationSpecs specs;
    private final List<QemuMachine> machines = new CopyOnWriteArrayList<>();
    private Optional<Accelerator.Choice> accelerator = Optional.empty();

    public QemuMachineHost(
            Places places, ProcessRunner processes, Store store, GenerationSpecs specs) {
        this.places = places;
        this.processes = processes;
        this.store = store;
        this.specs = specs;
    }

    @Override
    public VirtualMachine start(Generation generation, RunOptions options) {
        Accelerator.Choice choice = NONE;
        QemuMachine machine;
        try {
            Path qemu = qemu();
            choice = accelerator(qemu);
            machine = launch(qemu, choice, generation, options);
        } catch (ProblemException e) {
            machine = failed(generation, options, choice, e.problem());
        } catch (IOException e) {
            Problem problem = MachineProblems.notPrepared(String.valueOf(e.getMessage()));
            machine = failed(generation, options, choice, problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Problem problem = MachineProblems.notPrepared("it was interrupted");
            machine = failed(generation, options, choice, problem);
        }
        QemuMachine started = machine;
        machines.add(started);
        started.ended().thenRun(() -> machines.remove(started));
        return started;
    }

    /**
     * How machines run on this host; blocks while that is found out.
     *
     * @throws ProblemException when QEMU is missing
     */
    public Accelerator.Choice accelerator() throws IOException, InterruptedException {
        return accelerator(qemu());
    }

    @Override
    public List<VirtualMachine> running() {
        // The list forgets a machine a moment after its end has been told.
        return machines.stream()
                .filter(machine -> !machine.state().isEnd())
                .map(VirtualMachine.class::cast)
                .toList();
    }

    @Override
    public List<LeftOver> leftOvers() {
        try {
            return new LeftOverMachines(places.run()).find();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + places.run(), e);
        }
    }

    /**
     * Stops all machines: kept ones gently, throw-away ones at once; returns when all have ended.
     */
    @Override
    public void close() {
        List<QemuMachine> open = List.copyOf(machines);
        for (QemuMachine machine : open) {
            if (machine.options().keepState()) {
                machine.stop();
            } else {
                machine.kill();
            }
        }
        CompletableFuture.allOf(
                        open.stream().map(QemuMachine::ended).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 60, TimeUnit.SECONDS)
                .join();
    }

    private QemuMachine launch(
            Path qemu, Accelerator.Choice choice, Generation generation, RunOptions options)
            throws IOException, InterruptedException {
        SystemSpec spec = specs.of(generation);
        RunDirectory directory = RunDirectory.create(places.run());
        try {
            VmConfig config = config(generation, options, spec, directory);
            Lease lease = store.lease(generation);
            var order = new QemuMachine.Order(directory.id(), generation, options, spec);
            var parts =
                    new MachineLife.Parts(
                            order,
                            config,
                            qemu,
                            choice.accelerator(),
                            times(generation, options, choice.accelerator()),
                            directory,
                            options.disk().isPresent()
                                    ? directory.path().resolve("screenshot.png")
                                    : generation.directory().resolve("screenshot.png"),
                            record -> keep(generation, options, record),
                            lease::close);
            return QemuMachine.start(order, choice, new MachineLife(parts));
        } catch (IOException | InterruptedException | ProblemException e) {
            directory.delete();
            throw e;
        }
    }

    /** A disk may run another generation than the one that it began with. */
    private void keep(Generation generation, RunOptions options, BootRecord record)
            throws IOException {
        if (options.disk().isEmpty()) {
            store.generations().recordBoot(generation, record);
        }
    }

    private VmConfig config(
            Generation generation, RunOptions options, SystemSpec spec, RunDirectory directory)
            throws IOException, InterruptedException {
        MachineDisks disks = new MachineDisks(spec, directory);
        return new VmConfig(
                generation.system() + " generation " + generation.number(),
                boot(generation, options, directory),
                options.keepState()
                        ? disks.kept(places.state(), generation.system())
                        : disks.thrownAway(),
                spec.kernel().parameters(),
                spec.machine().memoryMiB(),
                spec.machine().cpus(),
                spec.machine().nics(),
                options.forwards() ? spec.machine().forwards() : List.of(),
                options.display());
    }

    private BootSource boot(Generation generation, RunOptions options, RunDirectory directory)
            throws IOException, InterruptedException {
        if (options.disk().isPresent()) {
            RunOptions.Disk disk = options.disk().get();
            return new BootSource.DiskImage(
                    new VmConfig.Disk(SystemImage.SERIAL, disk.image()),
                    BootSource.Format.RAW,
                    true,
                    SystemImage.firmware(disk.firmware(), directory, processes));
        }
        List<Layer> layers = store.layersOf(generation);
        if (generation.image().isPresent()) {
            return new SystemImage(layers.getLast(), generation, processes)
                    .boot(generation.image().get(), options, places.state(), directory);
        }
        Layer kernel =
                layers.stream()
                        .filter(layer -> layer.kind() == LayerKind.KERNEL)
                        .findFirst()
                        .orElseThrow(() -> new IOException("the generation has no kernel"));
        Optional<VmConfig.Disk> state =
                options.keepState()
                        ? Optional.of(
                                new StateDisk(places.state(), processes).of(generation.system()))
                        : Optional.empty();
        return new BootSource.Layers(
                kernel.vmlinuz(),
                kernel.initrd(),
                layers.reversed().stream()
                        .map(layer -> new VmConfig.Disk(layer.serial(), layer.image()))
                        .toList(),
                state);
    }

    private static MachineTimes times(
            Generation generation, RunOptions options, Accelerator accelerator) {
        MachineTimes usual = MachineTimes.forAccelerator(accelerator);
        boolean image = generation.image().isPresent() || options.disk().isPresent();
        return image ? usual.forFirstStart() : usual;
    }

    private Path qemu() {
        return processes
                .tools()
                .find(QEMU)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        MachineProblems.toolMissing(
                                                QEMU, processes.tools().installCommand(QEMU))));
    }

    private synchronized Accelerator.Choice accelerator(Path qemu)
            throws IOException, InterruptedException {
        if (accelerator.isEmpty()) {
            var memory = new AcceleratorMemory(places.cache(), qemu);
            accelerator =
                    Optional.of(memory.choose(new AcceleratorProbe(qemu, places.run())::choose));
        }
        return accelerator.get();
    }

    private static QemuMachine failed(
            Generation generation, RunOptions options, Accelerator.Choice choice, Problem problem) {
        return QemuMachine.failed("-", generation, options, choice, problem);
    }
}
