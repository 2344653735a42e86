package dev.coppice.runner.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

class UsKeyboardTest {

    @Test
    void knowsEveryPrintableCharacterOfAscii() {
        var places = new HashSet<String>();
        for (char c = ' '; c <= '~'; c++) {
            var stroke = UsKeyboard.strokeFor(c);
            assertThat(stroke).as("key for %s", c).isPresent();
            assertThat(places.add(stroke.get().scanCode() + " " + stroke.get().shift()))
                    .as("own place for %s", c)
                    .isTrue();
        }
        assertThat(UsKeyboard.strokeFor('a')).contains(new UsKeyboard.Stroke('a', 0x1E, false));
        assertThat(UsKeyboard.strokeFor('?')).contains(new UsKeyboard.Stroke('?', 0x35, true));
        assertThat(UsKeyboard.strokeFor('ü')).isEmpty();
    }

    @Test
    void typesWithShiftAroundCapitals() throws Exception {
        List<String> events = new ArrayList<>();
        ScreenSource screen =
                new ScreenSource() {
                    @Override
                    public AutoCloseable listen(Listener listener) {
                        return () -> {};
                    }

                    @Override
                    public void key(int keysym, int scanCode, boolean down) {
                        events.add(Integer.toHexString(scanCode) + (down ? "v" : "^"));
                    }

                    @Override
                    public void pointer(int x, int y, int buttons) {}

                    @Override
                    public void close() {}
                };
        assertThat(UsKeyboard.type(screen, "aBü\n", 0)).isEqualTo(1);
        assertThat(events).containsExactly("1ev", "1e^", "2av", "30v", "30^", "2a^", "1cv", "1c^");
    }
}
