package dev.coppice.runner.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.qmp.FakePeer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class SerialConsoleTest {

    @TempDir Path directory;

    @Test
    void tellsWhatComesSendsWhatIsTypedAndKeepsTheRest() throws Exception {
        Path socket = directory.resolve("serial");
        var heard = new LinkedBlockingQueue<String>();
        var go = new CompletableFuture<Void>();
        try (var peer =
                new FakePeer(
                        socket,
                        line -> {
                            assertThat(line.read()).isEqualTo("early");
                            go.join();
                            line.write("login: ");
                            assertThat(line.read()).isEqualTo("root");
                        })) {
            var console = new DeferredSerialConsole();
            console.listen(bytes -> heard.add(new String(bytes, StandardCharsets.UTF_8)));
            console.send("early\n".getBytes(StandardCharsets.UTF_8));
            try (var line = SocketSerialConsole.connect(socket)) {
                console.connect(line);
                go.complete(null);
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("login: \r\n");
                console.send("root\n".getBytes(StandardCharsets.UTF_8));
                peer.done().get(5, TimeUnit.SECONDS);
                assertThat(console.scrollback()).isEqualTo("login: \r\n");
            }
            assertThat(console.scrollback()).isEqualTo("login: \r\n");
        }
    }

    @Test
    void scrollbackIsBounded() throws Exception {
        Path socket = directory.resolve("serial");
        byte[] flood = new byte[1 << 20];
        Arrays.fill(flood, (byte) 'x');
        try (var peer =
                        new FakePeer(
                                socket,
                                line -> {
                                    line.write(flood);
                                    line.write("end");
                                    line.read();
                                });
                var console = SocketSerialConsole.connect(socket)) {
            for (int i = 0; i < 500 && !console.scrollback().endsWith("end\r\n"); i++) {
                Thread.sleep(10);
            }
            assertThat(console.scrollback()).endsWith("xend\r\n").hasSize(256 << 10);
            assertThat(peer.done()).isNotDone();
        }
    }
}
