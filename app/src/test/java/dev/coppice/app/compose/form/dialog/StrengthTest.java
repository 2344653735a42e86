package dev.coppice.app.compose.form.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrengthTest {

    @Test
    void habitsAreWeakHoweverTheyAreDecorated() {
        assertThat(Strength.of("Password2026!!extra", "alice")).isEqualTo(Strength.WEAK);
        assertThat(Strength.of("my-Alice-is-great-77", "alice")).isEqualTo(Strength.WEAK);
        assertThat(Strength.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")).isEqualTo(Strength.WEAK);
        assertThat(Strength.of("abcdefghijklmnopqrstuvw", "")).isEqualTo(Strength.WEAK);
    }

    @Test
    void lengthAndVarietyMakeStrength() {
        assertThat(Strength.of("", "alice")).isEqualTo(Strength.NONE);
        assertThat(Strength.of("tr4in", "alice")).isEqualTo(Strength.WEAK);
        assertThat(Strength.of("kF9-pq2xW", "alice")).isEqualTo(Strength.FAIR);
        assertThat(Strength.of("correct horse battery staple", "alice")).isEqualTo(Strength.STRONG);
    }
}
