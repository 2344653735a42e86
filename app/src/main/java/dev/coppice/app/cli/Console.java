package dev.coppice.app.cli;

import dev.coppice.runner.console.SerialConsole;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** A machine's serial console on this process's standard streams. */
final class Console implements AutoCloseable {

    private final Following listening;
    private final Following mode;

    private Console(Following listening, Following mode) {
        this.listening = listening;
        this.mode = mode;
    }

    /**
     * Shows what the machine prints and, on a terminal, sends it what is typed.
     *
     * @param silent shows and sends nothing
     */
    static Console attach(CliContext context, SerialConsole serial, boolean silent) {
        if (silent) {
            return new Console(() -> {}, () -> {});
        }
        PrintStream out = context.out();
        AutoCloseable listening =
                serial.listen(
                        bytes -> {
                            out.write(bytes, 0, bytes.length);
                            out.flush();
                        });
        Following mode = () -> {};
        if (context.terminal()) {
            mode = TerminalMode.perKey(ProcessRunner.ofHost());
            Thread.ofPlatform()
                    .daemon()
                    .name("console-input")
                    .start(() -> forward(context.in(), serial));
        }
        return new Console(Following.of(listening), mode);
    }

    private static void forward(InputStream in, SerialConsole serial) {
        byte[] buffer = new byte[1024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                byte[] typed = new byte[n];
                System.arraycopy(buffer, 0, typed, 0, n);
                serial.send(typed);
            }
        } catch (IOException e) {
            // The terminal is gone; the machine goes on without input.
        }
    }

    @Override
    public void close() {
        mode.close();
        listening.close();
    }
}
