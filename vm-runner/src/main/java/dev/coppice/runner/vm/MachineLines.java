package dev.coppice.runner.vm;

import dev.coppice.runner.console.RfbScreen;
import dev.coppice.runner.console.SocketSerialConsole;
import dev.coppice.runner.guest.GuestAgent;
import dev.coppice.runner.proc.LongProcess;
import dev.coppice.runner.qmp.QmpClient;
import dev.coppice.runner.qmp.QmpEvent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The connections to a QEMU process. */
record MachineLines(
        QmpClient monitor, SocketSerialConsole serial, GuestAgent agent, Optional<RfbScreen> screen)
        implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Opens a connection. */
    @FunctionalInterface
    private interface Opener<T> {
        T open(Path socket) throws IOException;
    }

    /**
     * Connects as soon as QEMU has made its sockets.
     *
     * @throws IOException when QEMU ends before, or takes too long
     */
    static MachineLines connect(
            LongProcess qemu, RunDirectory directory, boolean display, Consumer<QmpEvent> events)
            throws IOException, InterruptedException {
        QmpClient monitor = open(qemu, directory.monitor(), at -> QmpClient.connect(at, events));
        SocketSerialConsole serial = null;
        GuestAgent agent = null;
        try {
            serial = open(qemu, directory.serial(), SocketSerialConsole::connect);
            agent = open(qemu, directory.agent(), GuestAgent::connect);
            Optional<RfbScreen> screen =
                    display
                            ? Optional.of(open(qemu, directory.screen(), RfbScreen::connect))
                            : Optional.empty();
            return new MachineLines(monitor, serial, agent, screen);
        } catch (IOException | InterruptedException e) {
            monitor.close();
            if (serial != null) {
                serial.close();
            }
            if (agent != null) {
                agent.close();
            }
            throw e;
        }
    }

    private static <T> T open(LongProcess qemu, Path socket, Opener<T> opener)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return opener.open(socket);
            } catch (IOException e) {
                if (!qemu.isAlive() || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() {
        agent.close();
        screen.ifPresent(RfbScreen::close);
        serial.close();
        monitor.close();
    }
}
