package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.spec.Machine.Forward;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The life of machines with a real QEMU and a kernel of a few bytes. */
@Tag("vm")
@Timeout(120)
class QemuMachineVmTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path directory;

    private MachineKit kit;

    @BeforeEach
    void makeKit() throws IOException {
        kit = new MachineKit(directory);
    }

    private static void await(QemuMachine machine, VmState state) throws Exception {
        var reached = new CompletableFuture<Void>();
        try (var _ =
                machine.observe(
                        new MachineObserver() {
                            @Override
                            public void stateChanged(VmState now) {
                                if (now == state) {
                                    reached.complete(null);
                                } else if (now == VmState.FAILED || now == VmState.STOPPED) {
                                    reached.completeExceptionally(
                                            new AssertionError(now + " " + machine.problem()));
                                }
                            }
                        })) {
            reached.get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitWords(QemuMachine machine) throws InterruptedException {
        for (int i = 0; i < 300 && !machine.serial().scrollback().contains("here"); i++) {
            Thread.sleep(50);
        }
        assertThat(machine.serial().scrollback()).contains(TinyKernel.WORDS);
    }

    private static VmState end(QemuMachine machine) throws Exception {
        return machine.ended().get(60, TimeUnit.SECONDS);
    }

    private List<Path> leftFiles() throws IOException {
        try (Stream<Path> files = Files.list(kit.run())) {
            return files.toList();
        }
    }

    @Test
    void failsWithTheSerialConsolesLastLinesWhenTheGuestIsNeverReady() throws Exception {
        QemuMachine machine = kit.start(kit.config(false), Duration.ofSeconds(4));
        var states = new CopyOnWriteArrayList<VmState>();
        machine.observe(
                new MachineObserver() {
                    @Override
                    public void stateChanged(VmState state) {
                        states.add(state);
                    }
                });
        assertThat(end(machine)).isEqualTo(VmState.FAILED);
        Problem problem = machine.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("guest-not-ready");
        assertThat(problem.message()).contains("not ready within 4 s");
        assertThat(problem.log()).contains(TinyKernel.WORDS);
        assertThat(states).containsExactly(VmState.STARTING, VmState.RUNNING, VmState.FAILED);
        assertThat(machine.firstBoot()).isCompletedWithValue(Optional.empty());
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void failsWhenQemuIsKilledFromOutside() throws Exception {
        QemuMachine machine = kit.start(kit.config(false), LONG);
        await(machine, VmState.RUNNING);
        ProcessHandle.of(machine.pid().orElseThrow()).orElseThrow().destroyForcibly();
        assertThat(end(machine)).isEqualTo(VmState.FAILED);
        assertThat(machine.problem().orElseThrow().code()).isEqualTo("qemu-died");
        assertThat(machine.problem().orElseThrow().message()).contains("signal 9");
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void goesDownTheStopLadderWhenTheSystemDoesNotListen() throws Exception {
        QemuMachine machine = kit.start(kit.configWithState(), LONG);
        await(machine, VmState.RUNNING);
        awaitWords(machine);
        long pid = machine.pid().orElseThrow();
        machine.stop();
        assertThat(machine.state()).isEqualTo(VmState.STOPPING);
        assertThat(end(machine)).isEqualTo(VmState.STOPPED);
        assertThat(machine.problem()).isEmpty();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(machine.serial().scrollback()).contains(TinyKernel.WORDS);
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void doesNotWaitForASystemThatIsNotUpAndHasNothingToLose() throws Exception {
        QemuMachine machine = kit.start(kit.config(false), LONG);
        await(machine, VmState.RUNNING);
        long start = System.nanoTime();
        machine.stop();
        assertThat(end(machine)).isEqualTo(VmState.STOPPED);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(4000);
    }

    @Test
    void refusesToShareAStateDisk() throws Exception {
        VmConfig config = kit.configWithState();
        QemuMachine first = kit.start(config, LONG);
        await(first, VmState.RUNNING);
        QemuMachine second = kit.start(config, LONG);
        assertThat(end(second)).isEqualTo(VmState.FAILED);
        assertThat(second.problem().orElseThrow().code()).isEqualTo("state-in-use");
        assertThat(first.state()).isEqualTo(VmState.RUNNING);
        first.kill();
        assertThat(end(first)).isEqualTo(VmState.STOPPED);
    }

    @Test
    void stopsAlsoWhileItIsJustStarting() throws Exception {
        QemuMachine machine = kit.start(kit.config(false), LONG);
        machine.kill();
        assertThat(end(machine)).isEqualTo(VmState.STOPPED);
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void runsSeveralAtOnceInPrivateDirectories() throws Exception {
        QemuMachine first = kit.start(kit.config(false), LONG);
        QemuMachine second = kit.start(kit.config(false), LONG);
        await(first, VmState.RUNNING);
        await(second, VmState.RUNNING);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(leftFiles()).hasSize(2);
        for (Path home : leftFiles()) {
            assertThat(Files.getPosixFilePermissions(home)).hasSize(3);
            assertThat(home.resolve("machine.json")).content().contains("\"system\":\"tiny\"");
        }
        first.kill();
        assertThat(end(first)).isEqualTo(VmState.STOPPED);
        assertThat(second.state()).isEqualTo(VmState.RUNNING);
        second.kill();
        assertThat(end(second)).isEqualTo(VmState.STOPPED);
    }

    @Test
    void forwardsPortsOnTheLoopbackAddressOnly() throws Exception {
        int port = freePort();
        QemuMachine machine = kit.start(kit.config(false, new Forward(port, 80)), LONG);
        await(machine, VmState.RUNNING);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
        List<String> listening =
                Files.readAllLines(
                        Path.of("/proc", machine.pid().orElseThrow().toString(), "net/tcp"));
        String hex = String.format(":%04X ", port);
        assertThat(listening)
                .filteredOn(line -> line.contains(hex) && line.contains(" 0A "))
                .singleElement()
                .asString()
                .contains(" 0100007F:");
        machine.kill();
        end(machine);
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Forward forward = new Forward(taken.getLocalPort(), 80);
            QemuMachine machine = kit.start(kit.config(false, forward), LONG);
            assertThat(end(machine)).isEqualTo(VmState.FAILED);
            Problem problem = machine.problem().orElseThrow();
            assertThat(problem.code()).isEqualTo("port-taken");
            assertThat(problem.message())
                    .contains("Port " + taken.getLocalPort())
                    .contains("already in use");
            assertThat(problem.hint()).contains("machine.forward");
        }
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void showsQemusLastWordsWhenItDoesNotStart() throws Exception {
        VmConfig config = kit.config(false);
        Files.writeString(kit.kernel(), "this is no kernel");
        QemuMachine machine = kit.start(config, LONG);
        assertThat(end(machine)).isEqualTo(VmState.FAILED);
        Problem problem = machine.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("qemu-died");
        assertThat(String.join("\n", problem.log())).contains("kernel");
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void showsTheScreenToWhoListensBeforeThereIsOne() throws Exception {
        QemuMachine machine = kit.start(kit.config(true), LONG);
        var lit = new CompletableFuture<Integer>();
        machine.screen()
                .orElseThrow()
                .listen(
                        new ScreenSource.Listener() {
                            @Override
                            public void resized(int width, int height) {}

                            @Override
                            public void updated(int[] pixels, int x, int y, int w, int h) {
                                int count = 0;
                                for (int pixel : pixels) {
                                    count += (pixel & 0xFFFFFF) != 0 ? 1 : 0;
                                }
                                if (count > 100) {
                                    lit.complete(count);
                                }
                            }
                        });
        // The firmware writes its name.
        assertThat(lit.get(30, TimeUnit.SECONDS)).isPositive();
        Path picture = directory.resolve("picture.png");
        machine.screenshot(picture).get(10, TimeUnit.SECONDS);
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        machine.kill();
        end(machine);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
