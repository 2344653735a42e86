package dev.coppice.app.cli;

import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.SerialConsole;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.Accelerator;
import dev.coppice.runner.vm.MachineHost;
import dev.coppice.runner.vm.MachineObserver;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Machines that boot at once, or fail, and end when they are stopped. */
final class FakeMachines implements MachineHost {

    private final FakeGenerations generations;
    private Optional<BootRecord> boot = Optional.of(FakeGenerations.boot());
    private Optional<Problem> problem = Optional.empty();
    private boolean endless = true;
    final List<String> leftOverTitles = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    private final CompletableFuture<Machine> started = new CompletableFuture<>();

    FakeMachines(FakeGenerations generations) {
        this.generations = generations;
    }

    void bootWith(BootRecord record) {
        boot = Optional.of(record);
    }

    void failWith(Problem failure) {
        problem = Optional.of(failure);
        boot = Optional.empty();
    }

    /** Machines power off by themselves. */
    void powerOff() {
        endless = false;
    }

    /** The machine, once there is one. */
    CompletableFuture<Machine> started() {
        return started;
    }

    @Override
    public VirtualMachine start(Generation generation, RunOptions options) {
        boot.ifPresent(record -> generations.recordBoot(generation, record));
        var machine = new Machine(generation, options);
        started.complete(machine);
        return machine;
    }

    @Override
    public List<VirtualMachine> running() {
        return List.of();
    }

    @Override
    public List<LeftOver> leftOvers() {
        return leftOverTitles.stream().map(title -> (LeftOver) new OneLeftOver(title)).toList();
    }

    @Override
    public void close() {}

    private final class OneLeftOver implements LeftOver {
        private final String title;

        OneLeftOver(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public long pid() {
            return 4711;
        }

        @Override
        public void stop() {
            stopped.add(title);
        }
    }

    final class Machine implements VirtualMachine, SerialConsole {
        private final Generation generation;
        private final RunOptions options;
        private final CompletableFuture<VmState> ended = new CompletableFuture<>();

        Machine(Generation generation, RunOptions options) {
            this.generation = generation;
            this.options = options;
            if (problem.isPresent()) {
                ended.complete(VmState.FAILED);
            } else if (!endless) {
                ended.complete(VmState.STOPPED);
            }
        }

        @Override
        public String id() {
            return "m1";
        }

        @Override
        public Generation generation() {
            return generation;
        }

        @Override
        public RunOptions options() {
            return options;
        }

        @Override
        public Accelerator.Choice accelerator() {
            return new Accelerator.Choice(Accelerator.TCG, "no KVM here");
        }

        @Override
        public VmState state() {
            return ended.getNow(VmState.READY);
        }

        @Override
        public Optional<Problem> problem() {
            return problem;
        }

        @Override
        public Optional<ScreenSource> screen() {
            return Optional.empty();
        }

        @Override
        public SerialConsole serial() {
            return this;
        }

        @Override
        public AutoCloseable observe(MachineObserver observer) {
            observer.stateChanged(state());
            return () -> {};
        }

        @Override
        public CompletableFuture<Path> screenshot(Path file) {
            return CompletableFuture.completedFuture(file);
        }

        @Override
        public CompletableFuture<ExecResult> run(String script, Duration timeout) {
            return CompletableFuture.completedFuture(new ExecResult(0, script + "\n", ""));
        }

        @Override
        public void recheck() {}

        @Override
        public CompletableFuture<Optional<BootRecord>> firstBoot() {
            return CompletableFuture.completedFuture(boot);
        }

        @Override
        public void stop() {
            ended.complete(VmState.STOPPED);
        }

        @Override
        public void kill() {
            ended.complete(VmState.STOPPED);
        }

        @Override
        public CompletableFuture<VmState> ended() {
            return ended;
        }

        @Override
        public String scrollback() {
            return "early line\nlast line\n";
        }

        @Override
        public AutoCloseable listen(Consumer<byte[]> bytes) {
            bytes.accept("web-01 login: ".getBytes(StandardCharsets.UTF_8));
            return () -> {};
        }

        @Override
        public void send(byte[] bytes) {}
    }
}
