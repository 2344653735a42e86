package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlPatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** What a quick fix promises, it does: the finding is gone and the text is still good YAML. */
class FixesTest {

    private final YamlPatcher patcher = new YamlPatcher(new SpecSchema()::keysOf);

    static List<Case> fixable() {
        return Cases.all().stream().filter(one -> !only(one.text()).fixes().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("fixable")
    void everyFixTakesItsFindingAway(Case one) {
        Diagnostic before = only(one.text());
        for (Fix fix : before.fixes()) {
            String mended = apply(one.text(), fix);
            assertThat(Specs.analyze(mended).diagnostics())
                    .as("%s%n%s", fix, mended)
                    .noneMatch(
                            d ->
                                    d.code().equals(before.code())
                                            && d.message().equals(before.message()));
            assertThat(Specs.analyze(mended).tree()).isPresent();
        }
    }

    @Test
    void manyFindingsHaveOne() {
        assertThat(fixable()).hasSizeGreaterThan(Cases.all().size() / 3);
    }

    @Test
    void missingKeysComeToTheirPlace() {
        String text = "# head\nspec: 1\nbase: { distribution: debian, release: trixie } # b\n";

        String mended = apply(text, only(text).fixes().getFirst());

        assertThat(mended)
                .isEqualTo(
                        "# head\nspec: 1\nname: web-01\n"
                                + "base: { distribution: debian, release: trixie } # b\n");
    }

    private String apply(String text, Fix fix) {
        var before = new SpecText(text);
        return switch (patcher.patch(before, fix.label(), fix.ops())) {
            case PatchResult.Patched patched -> before.apply(patched.batch()).content();
            case PatchResult.Refused refused ->
                    throw new AssertionError(fix + " is refused: " + refused.reason());
        };
    }

    private static Diagnostic only(String text) {
        return Specs.analyze(text).diagnostics().getFirst();
    }
}
