package dev.coppice.runner.console;

import java.util.function.Consumer;

/** A machine's serial console. */
public interface SerialConsole {

    /** The last lines, bounded. */
    String scrollback();

    /** Bytes as they come, from the reader thread; close to stop. */
    AutoCloseable listen(Consumer<byte[]> bytes);

    /** Types bytes into the console; they are queued, so this never blocks. */
    void send(byte[] bytes);
}
