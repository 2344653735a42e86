package dev.coppice.runner.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The serial console of a machine that is still being started. It keeps its scrollback when the
 * machine has ended.
 */
public final class DeferredSerialConsole implements SerialConsole {

    private final List<Consumer<byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final List<byte[]> early = new ArrayList<>();
    private Optional<SocketSerialConsole> console = Optional.empty();

    /** Goes over to the real line; what was typed before is sent now. */
    public synchronized void connect(SocketSerialConsole line) {
        console = Optional.of(line);
        line.listen(bytes -> listeners.forEach(listener -> listener.accept(bytes)));
        early.forEach(line::send);
        early.clear();
    }

    @Override
    public synchronized String scrollback() {
        return console.map(SocketSerialConsole::scrollback).orElse("");
    }

    @Override
    public AutoCloseable listen(Consumer<byte[]> bytes) {
        listeners.add(bytes);
        return () -> listeners.remove(bytes);
    }

    @Override
    public synchronized void send(byte[] bytes) {
        if (console.isPresent()) {
            console.get().send(bytes);
        } else {
            early.add(bytes.clone());
        }
    }
}
