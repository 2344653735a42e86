package dev.coppice.model.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Shape;

import org.junit.jupiter.api.Test;

class RegionTablesTest {

    @Test
    void everyLocaleHasTheShapeThatTheSpecTakes() {
        var all = new Locales().all();
        assertThat(all)
                .hasSizeGreaterThan(300)
                .contains(new Named("de_AT.UTF-8", "German (Austria)"));
        assertThat(all).allSatisfy(l -> assertThat(Shape.LOCALE.matches(l.value())).isTrue());
        assertThat(all.getFirst().value()).isEqualTo("C.UTF-8");
    }

    @Test
    void everyLayoutHasTheShapeThatTheSpecTakes() {
        var keyboards = new Keyboards();
        assertThat(keyboards.layouts())
                .hasSizeGreaterThan(90)
                .contains(new Named("gb", "English (UK)"))
                .allSatisfy(k -> assertThat(Shape.KEYBOARD.matches(k.value())).isTrue());
        assertThat(keyboards.variants("de")).extracting(Named::value).contains("nodeadkeys");
        assertThat(keyboards.models()).extracting(Named::value).contains("pc105");
        assertThat(keyboards.options())
                .extracting(Named::value)
                .contains("ctrl:nocaps")
                .doesNotContain("ctrl");
    }

    @Test
    void everyTimeZoneHasTheShapeThatTheSpecTakes() {
        assertThat(new TimeZones().all())
                .startsWith("Etc/UTC")
                .contains("Europe/Berlin", "America/Argentina/Ushuaia")
                .allSatisfy(zone -> assertThat(Shape.TIMEZONE.matches(zone)).isTrue());
    }
}
