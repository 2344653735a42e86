package dev.coppice.app.pages;

import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.SerialConsole;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.Accelerator;
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

/** A machine whose life a test plays; it writes down what is done to it. */
final class PlayedMachine implements VirtualMachine {

    final List<String> done = new ArrayList<>();
    final CompletableFuture<VmState> end = new CompletableFuture<>();
    final CompletableFuture<Optional<BootRecord>> boot = new CompletableFuture<>();
    CompletableFuture<ExecResult> answer = new CompletableFuture<>();
    Consumer<byte[]> serialView = b -> {};
    ScreenSource.Listener screenView;
    private final Generation generation;
    private final RunOptions options;
    private final List<MachineObserver> observers = new ArrayList<>();
    private VmState state = VmState.STARTING;
    private Optional<Problem> problem = Optional.empty();

    PlayedMachine(Generation generation, RunOptions options) {
        this.generation = generation;
        this.options = options;
    }

    void become(VmState next) {
        state = next;
        observers.forEach(o -> o.stateChanged(next));
        if (next == VmState.STOPPED || next == VmState.FAILED) {
            end.complete(next);
        }
    }

    void fail(Problem why) {
        problem = Optional.of(why);
        become(VmState.FAILED);
    }

    void report(Facts facts) {
        observers.forEach(o -> o.factsCollected(facts));
    }

    void check(List<CheckResult> results, boolean finished) {
        observers.forEach(o -> o.checksChanged(results, finished));
    }

    void print(String text) {
        serialView.accept(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String id() {
        return "m" + generation.number();
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
        return new Accelerator.Choice(
                Accelerator.TCG, "This host has no /dev/kvm, so QEMU translates instructions.");
    }

    @Override
    public VmState state() {
        return state;
    }

    @Override
    public Optional<Problem> problem() {
        return problem;
    }

    @Override
    public Optional<ScreenSource> screen() {
        return options.display() ? Optional.of(new Screen()) : Optional.empty();
    }

    @Override
    public SerialConsole serial() {
        return new Serial();
    }

    @Override
    public AutoCloseable observe(MachineObserver observer) {
        observers.add(observer);
        observer.stateChanged(state);
        return () -> observers.remove(observer);
    }

    @Override
    public CompletableFuture<Path> screenshot(Path file) {
        done.add("screenshot");
        return CompletableFuture.completedFuture(file);
    }

    @Override
    public CompletableFuture<ExecResult> run(String script, Duration timeout) {
        done.add("run " + script);
        return answer;
    }

    @Override
    public void recheck() {
        done.add("recheck");
    }

    @Override
    public CompletableFuture<Optional<BootRecord>> firstBoot() {
        return boot;
    }

    @Override
    public void stop() {
        done.add("stop");
    }

    @Override
    public void kill() {
        done.add("kill");
    }

    @Override
    public CompletableFuture<VmState> ended() {
        return end;
    }

    private final class Serial implements SerialConsole {

        @Override
        public String scrollback() {
            return "";
        }

        @Override
        public AutoCloseable listen(Consumer<byte[]> bytes) {
            serialView = bytes;
            return () -> serialView = b -> {};
        }

        @Override
        public void send(byte[] bytes) {
            done.add("serial " + new String(bytes, StandardCharsets.UTF_8).replace("\r", "\\r"));
        }
    }

    private final class Screen implements ScreenSource {

        @Override
        public AutoCloseable listen(Listener listener) {
            screenView = listener;
            return () -> screenView = null;
        }

        @Override
        public void key(int keysym, int scanCode, boolean down) {
            done.add("key %x %s".formatted(keysym, down ? "down" : "up"));
        }

        @Override
        public void pointer(int x, int y, int buttons) {
            done.add("pointer %d %d %d".formatted(x, y, buttons));
        }

        @Override
        public void close() {
            done.add("screen closed");
        }
    }
}
