package dev.coppice.app.preview;

import dev.coppice.app.fx.Inbox;
import dev.coppice.runner.console.SerialConsole;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The serial console as text that can be read, searched and copied. Used on the FX thread. */
final class SerialText {

    private static final int CAPACITY = 400_000;

    private final SerialConsole console;
    private final AnsiText text = new AnsiText(CAPACITY);
    private final List<Consumer<AnsiText.Change>> views = new ArrayList<>();
    private final AutoCloseable listening;

    SerialText(SerialConsole console, Executor pulse) {
        this.console = console;
        text.append(console.scrollback().getBytes(StandardCharsets.UTF_8));
        var inbox = new Inbox<byte[]>(pulse, this::take);
        listening = console.listen(inbox::put);
    }

    private void take(List<byte[]> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        AnsiText.Change change = text.append(all.toByteArray());
        views.forEach(v -> v.accept(change));
    }

    /** Shows the text to a view, now and from now on. */
    void show(Consumer<AnsiText.Change> view) {
        view.accept(new AnsiText.Change(0, text.toString()));
        views.add(view);
    }

    /** Types into the console. */
    void send(String keys) {
        console.send(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** The last lines that are not empty. */
    List<String> tail(int lines) {
        var all = text.toString().lines().filter(l -> !l.isBlank()).toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    void close() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a console refuses to be left", e);
        }
    }
}
