package dev.coppice.runner.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.qmp.FakePeer;
import dev.coppice.runner.qmp.FakePeer.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class RfbScreenTest {

    @TempDir Path directory;

    private Path socket() {
        return directory.resolve("vnc");
    }

    /** What a listener was told, in words. */
    private static final class Diary implements ScreenSource.Listener {
        final BlockingQueue<String> entries = new LinkedBlockingQueue<>();

        @Override
        public void resized(int width, int height) {
            entries.add("size " + width + "x" + height);
        }

        @Override
        public void updated(int[] pixels, int x, int y, int width, int height) {
            int first = pixels.length == 0 ? 0 : pixels[0];
            int last = pixels.length == 0 ? 0 : pixels[pixels.length - 1];
            entries.add(
                    "update %d,%d %dx%d first %08X last %08X"
                            .formatted(x, y, width, height, first, last));
        }

        @Override
        public void closed() {
            entries.add("closed");
        }

        String next() throws InterruptedException {
            return entries.poll(5, TimeUnit.SECONDS);
        }
    }

    private static void shakeHands(Line line, int width, int height) throws IOException {
        line.write("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(line.input().readNBytes(12))
                .isEqualTo("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        line.write(new byte[] {1, 1});
        assertThat(line.input().readNBytes(1)).containsExactly(1);
        line.write(new byte[4]);
        assertThat(line.input().readNBytes(1)).containsExactly(1);
        ByteBuffer init = ByteBuffer.allocate(24 + 4);
        init.putShort((short) width).putShort((short) height).position(20);
        init.putInt(4).put("QEMU".getBytes(StandardCharsets.US_ASCII));
        line.write(init.array());
        byte[] format = line.input().readNBytes(20);
        assertThat(format[0]).isZero();
        assertThat(format[4]).isEqualTo((byte) 32);
        assertThat(line.input().readNBytes(4 + 4 * 3)[3]).isEqualTo((byte) 3);
    }

    private static byte[] update(byte[]... rectangles) {
        int size = 4;
        for (byte[] rectangle : rectangles) {
            size += rectangle.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort((short) 0).putShort((short) rectangles.length);
        for (byte[] rectangle : rectangles) {
            out.put(rectangle);
        }
        return out.array();
    }

    private static byte[] rectangle(int x, int y, int w, int h, int encoding, int... pixels) {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * pixels.length);
        out.putShort((short) x).putShort((short) y).putShort((short) w).putShort((short) h);
        out.putInt(encoding).order(ByteOrder.LITTLE_ENDIAN);
        for (int pixel : pixels) {
            out.putInt(pixel);
        }
        return out.array();
    }

    @Test
    void showsFramesWithTheirDamageAndAsksForTheNext() throws Exception {
        var diary = new Diary();
        var listening = new CompletableFuture<Void>();
        try (var peer =
                        new FakePeer(
                                socket(),
                                line -> {
                                    shakeHands(line, 2, 2);
                                    assertThat(line.input().readNBytes(10))
                                            .startsWith(3, 0)
                                            .endsWith(2, 0, 2);
                                    listening.join();
                                    line.write(
                                            update(
                                                    rectangle(0, 0, 1, 1, 0, 0x112233),
                                                    rectangle(0, 0, 0, 0, -258),
                                                    rectangle(1, 1, 1, 1, 0, 0x445566)));
                                    assertThat(line.input().readNBytes(10)).startsWith(3, 1);
                                });
                var screen = RfbScreen.connect(socket())) {
            screen.listen(diary);
            assertThat(diary.next()).isEqualTo("size 2x2");
            assertThat(diary.next()).isEqualTo("update 0,0 2x2 first FF000000 last FF000000");
            listening.complete(null);
            assertThat(diary.next()).isEqualTo("update 0,0 2x2 first FF112233 last FF445566");
            peer.done().get(5, TimeUnit.SECONDS);
            assertThat(diary.next()).isEqualTo("closed");
        }
    }

    @Test
    void followsAChangeOfSizeAndAsksForAllOfIt() throws Exception {
        var diary = new Diary();
        var listening = new CompletableFuture<Void>();
        try (var peer =
                        new FakePeer(
                                socket(),
                                line -> {
                                    shakeHands(line, 1, 1);
                                    line.input().readNBytes(10);
                                    listening.join();
                                    line.write(update(rectangle(0, 0, 3, 1, -223)));
                                    byte[] request = line.input().readNBytes(10);
                                    assertThat(request).startsWith(3, 0).endsWith(3, 0, 1);
                                    line.write(update(rectangle(0, 0, 3, 1, 0, 1, 2, 3)));
                                    line.input().readNBytes(10);
                                });
                var screen = RfbScreen.connect(socket())) {
            screen.listen(diary);
            diary.next();
            diary.next();
            listening.complete(null);
            assertThat(diary.next()).isEqualTo("size 3x1");
            assertThat(diary.next()).isEqualTo("update 0,0 3x1 first FF000001 last FF000003");
            peer.done().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void sendsKeysWithScanCodesOnceTheServerKnowsThemAndRepeatsThePointer() throws Exception {
        var ready = new CompletableFuture<Void>();
        try (var peer =
                        new FakePeer(
                                socket(),
                                line -> {
                                    shakeHands(line, 2, 2);
                                    line.input().readNBytes(10);
                                    assertThat(line.input().readNBytes(8))
                                            .containsExactly(4, 1, 0, 0, 0, 0, 0, 'a');
                                    line.write(update(rectangle(0, 0, 0, 0, -258)));
                                    ready.complete(null);
                                    assertThat(line.input().readNBytes(6))
                                            .containsExactly(5, 1, 0, 1, 0, 0);
                                    assertThat(line.input().readNBytes(12))
                                            .containsExactly(
                                                    255, 0, 0, 1, 0, 0, 0, 'b', 0, 0, 0, 0x30);
                                    assertThat(line.input().readNBytes(6))
                                            .containsExactly(5, 1, 0, 1, 0, 0);
                                });
                var screen = RfbScreen.connect(socket())) {
            screen.key('a', 0x1E, true);
            ready.get(5, TimeUnit.SECONDS);
            Thread.sleep(200);
            screen.pointer(7, -3, 1);
            screen.key('b', 0x30, true);
            peer.done().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void endsWhenTheServerSendsNonsense() throws Exception {
        var diary = new Diary();
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    shakeHands(line, 2, 2);
                                    line.input().readNBytes(10);
                                    line.write(update(rectangle(1, 1, 9, 9, 0)));
                                    line.input().read();
                                });
                var screen = RfbScreen.connect(socket())) {
            screen.listen(diary);
            String last = diary.next();
            for (int i = 0; i < 3 && !"closed".equals(last); i++) {
                last = diary.next();
            }
            assertThat(last).isEqualTo("closed");
        }
    }

    @Test
    void refusesAnotherProtocol() throws Exception {
        try (var _ =
                new FakePeer(
                        socket(),
                        line -> line.write("RFB 003.003\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThatThrownBy(() -> RfbScreen.connect(socket()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("003.003");
        }
    }
}
