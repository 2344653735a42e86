package dev.coppice.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

class FrameBufferTest {

    private final ArrayDeque<Runnable> pulses = new ArrayDeque<>();
    private final List<String> painted = new ArrayList<>();
    private int[] last;
    private final FrameBuffer frames =
            new FrameBuffer(
                    pulses::add,
                    new FrameBuffer.Painter() {
                        @Override
                        public void resized(int width, int height) {
                            painted.add("size " + width + "x" + height);
                        }

                        @Override
                        public void paint(int[] pixels, int x, int y, int width, int height) {
                            painted.add("paint %d,%d %dx%d".formatted(x, y, width, height));
                            last = pixels.clone();
                        }

                        @Override
                        public void closed() {
                            painted.add("closed");
                        }
                    });

    private void pulse() {
        while (!pulses.isEmpty()) {
            pulses.poll().run();
        }
    }

    @Test
    void manyUpdatesArePaintedOncePerPulse() {
        int[] screen = new int[40 * 30];
        frames.resized(40, 30);
        screen[5 * 40 + 4] = 7;
        frames.updated(screen, 4, 5, 1, 1);
        screen[20 * 40 + 30] = 9;
        frames.updated(screen, 30, 20, 2, 2);
        assertThat(pulses).hasSize(1);
        pulse();
        assertThat(painted).containsExactly("size 40x30", "paint 4,5 28x17");
        assertThat(last[5 * 40 + 4]).isEqualTo(7);
        assertThat(last[20 * 40 + 30]).isEqualTo(9);
        frames.updated(screen, 0, 0, 1, 1);
        frames.closed();
        pulse();
        assertThat(painted).endsWith("paint 0,0 1x1", "closed");
    }

    @Test
    void updatesOfTheSizeBeforeAreForgotten() {
        frames.resized(10, 10);
        frames.updated(new int[100], 0, 0, 10, 10);
        frames.resized(20, 10);
        frames.updated(new int[100], 0, 0, 10, 10);
        pulse();
        assertThat(painted).containsExactly("size 20x10");
    }
}
