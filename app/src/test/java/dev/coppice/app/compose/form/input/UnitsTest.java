package dev.coppice.app.compose.form.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.form.input.Units.Amount;
import dev.coppice.app.compose.form.input.Units.Unit;
import dev.coppice.model.schema.Shape;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "DURATION,90s,90,seconds",
        "DURATION,2m,2,minutes",
        "DURATION,2min,2,minutes",
        "TIME_SPAN,1d,1,days",
        "TIME_SPAN,3 weeks,3,weeks",
        "SIZE,512M,512,MB",
        "SIZE,2GiB,2,GB"
    })
    void aNumberAndAUnitAreRead(Shape shape, String text, String number, String title) {
        Amount amount = Units.of(shape).read(text).orElseThrow();
        assertThat(amount.number()).isEqualTo(number);
        assertThat(amount.unit().title()).isEqualTo(title);
        assertThat(amount.text()).isEqualTo(text.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1h 30min", "soon", "90", "s", "1T"})
    void anythingElseIsLeftAsItIs(String text) {
        assertThat(Units.of(Shape.DURATION).read(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"DURATION", "TIME_SPAN", "SIZE"})
    void everyUnitThatIsOfferedIsTaken(Shape shape) {
        assertThat(Units.of(shape).units())
                .isNotEmpty()
                .extracting(Unit::letters)
                .allSatisfy(letters -> assertThat(shape.matches("7" + letters)).isTrue());
    }
}
