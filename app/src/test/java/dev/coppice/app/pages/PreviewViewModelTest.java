package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.preview.MachineViewModel;
import dev.coppice.app.preview.PreviewViewModel;
import dev.coppice.model.spec.Machine;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class PreviewViewModelTest {

    private final PlayedHost host = new PlayedHost();
    private final Steps steps = new Steps();
    private final AtomicLong clock = new AtomicLong(1_000);
    private List<Machine.Forward> forwards = List.of(new Machine.Forward(8080, 80));
    private final Generation generation = Samples.generation(3, Optional.empty());
    private final PreviewViewModel model =
            new PreviewViewModel(
                    host,
                    g -> Optional.of(Samples.spec("web-01", "Hi\n", forwards)),
                    steps,
                    Runnable::run,
                    Runnable::run,
                    Runnable::run,
                    clock::get);

    private MachineViewModel boot() {
        model.boot(generation, new RunOptions(true, false));
        return model.machines().getLast();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
        model.tick();
    }

    @Test
    void aMachineIsFollowedThroughItsLife() {
        MachineViewModel machine = boot();
        assertThat(model.selectedProperty().get()).isSameAs(machine);
        assertThat(machine.title()).isEqualTo("web-01 · generation 3");
        assertThat(machine.forwards()).hasSize(1);
        pass(Duration.ofSeconds(5));
        assertThat(machine.clockProperty().get()).isEqualTo("0:05 since power-on");
        host.last().become(VmState.RUNNING);
        pass(Duration.ofSeconds(9));
        host.last().become(VmState.READY);
        pass(Duration.ofSeconds(60));
        assertThat(machine.clockProperty().get()).isEqualTo("ready after 14 s · up 1:14");
        host.last().become(VmState.STOPPED);
        pass(Duration.ofSeconds(60));
        assertThat(machine.clockProperty().get()).isEqualTo("ready after 14 s · ran 1:14");
    }

    @Test
    void checksAreCountedWhileTheyRun() {
        MachineViewModel machine = boot();
        host.last().check(Samples.checks(false), false);
        assertThat(machine.checksSummaryProperty().get()).isEqualTo("2 of 3 passed");
        assertThat(machine.checkingProperty().get()).isTrue();
        host.last().check(Samples.checks(true), true);
        assertThat(machine.checksSummaryProperty().get()).isEqualTo("3 of 3 passed");
        assertThat(machine.checkingProperty().get()).isFalse();
        machine.recheck();
        assertThat(machine.checkingProperty().get()).isTrue();
        assertThat(host.last().done).containsExactly("recheck");
    }

    @Test
    void aFailureShowsWhatTheConsoleSaidLast() {
        MachineViewModel machine = boot();
        host.last().print("\u001b[31mKernel panic\u001b[0m - not syncing\r\n");
        host.last().fail(new Problem("qemu-died", "QEMU ended.", "Look.", List.of()));
        assertThat(machine.stateProperty().get()).isEqualTo(VmState.FAILED);
        assertThat(machine.problemProperty().get().log())
                .containsExactly("Kernel panic - not syncing");
    }

    @Test
    void theNewestFactsAreInTheStoreAfterTheFirstBoot() {
        boot();
        assertThat(steps.taken).isEmpty();
        host.last().boot.complete(Optional.of(Samples.boot(3, Optional.empty())));
        assertThat(steps.taken).containsExactly("generations changed");
    }

    @Test
    void restartTakesThePlaceOfTheMachine() {
        forwards = List.of();
        MachineViewModel first = boot();
        MachineViewModel second = boot();
        PlayedMachine old = host.machines.getFirst();
        model.restart(first);
        assertThat(old.done).containsExactly("kill");
        assertThat(model.machines()).containsExactly(first, second);
        old.become(VmState.STOPPED);
        assertThat(model.machines()).hasSize(2).doesNotContain(first);
        assertThat(model.machines().get(1)).isSameAs(second);
        assertThat(host.machines).hasSize(3);
        assertThat(host.last().options()).isEqualTo(old.options());
    }

    @Test
    void aMachineThatHoldsTheHostPortIsStoppedFirst() {
        MachineViewModel first = boot();
        model.boot(generation, new RunOptions(true, false));
        assertThat(host.machines).hasSize(1);
        assertThat(host.last().done).containsExactly("kill");
        assertThat(model.startingProperty().get())
                .isEqualTo("Stopping web-01 · generation 3, which has the same host port …");
        host.last().become(VmState.STOPPED);
        assertThat(host.machines).hasSize(2);
        assertThat(model.machines()).hasSize(1).doesNotContain(first);
        assertThat(model.startingProperty().get()).isEmpty();
    }

    @Test
    void aMachineThatEndedCanBeTakenAway() {
        forwards = List.of();
        MachineViewModel first = boot();
        MachineViewModel second = boot();
        host.last().become(VmState.STOPPED);
        model.remove(second);
        assertThat(model.machines()).containsExactly(first);
        assertThat(model.selectedProperty().get()).isSameAs(first);
        model.remove(first);
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void actionsReachTheMachine() {
        MachineViewModel machine = boot();
        machine.screenshot(Path.of("x.png"));
        assertThat(machine.noticeProperty().get()).isEqualTo("Saved to x.png");
        machine.stop();
        machine.kill();
        assertThat(host.last().done).containsExactly("screenshot", "stop", "kill");
        model.buildAndBoot();
        model.chooseGeneration();
        assertThat(steps.taken).containsExactly("build and boot", "go GENERATIONS");
    }
}
