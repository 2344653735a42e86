package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class DiagnosticsTest {

    static List<Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsEachMistakeAtItsPlaceAndNothingElse(Case one) {
        List<Diagnostic> found = Specs.analyze(one.text()).diagnostics();

        assertThat(found).extracting(Diagnostic::code).containsExactly(one.code().id());
        Diagnostic only = found.getFirst();
        var text = new SpecText(one.text());
        assertThat(only.start()).isEqualTo(text.positionAt(one.start()));
        assertThat(only.range().start()).isEqualTo(one.start());
        assertThat(only.range().end()).isEqualTo(one.end());
        assertThat(only.severity()).isEqualTo(one.code().severity());
        assertThat(only.message()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(only.help()).isNotBlank().matches("(?s).*[.?!`]");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsNothingInTheMendedSpec(Case one) {
        Analysis good = Specs.analyze(one.good());

        assertThat(good.diagnostics()).isEmpty();
        assertThat(good.spec()).isPresent();
    }

    @Test
    void errorsWithholdTheSpecAndWarningsDoNot() {
        for (Case one : Cases.all()) {
            boolean error = one.code().severity() == Severity.ERROR;
            assertThat(Specs.analyze(one.text()).spec().isEmpty()).as("%s", one).isEqualTo(error);
        }
    }

    @Test
    void noMessageRepeatsAPassword() {
        String spec =
                Specs.HEAD
                        + "users:\n  - { name: a, password: hunter2 }\n"
                        + "  - { name: b, hashedPassword: hunter2 }\n"
                        + "  - { name: c, hashedPassword: [hunter2] }\n"
                        + "rootPassword: hunter2\n";

        List<Diagnostic> found = Specs.analyze(spec).diagnostics();

        assertThat(found).hasSize(4);
        assertThat(found).allSatisfy(d -> assertThat(d.toString()).doesNotContain("hunter2"));
    }

    @Test
    void aSyntaxErrorHidesNoMistakeBeforeIt() {
        String spec = "spec: 1\nhostname: web_01\npackages: [a\nusers: {\n";

        List<Diagnostic> found = Specs.analyze(spec).diagnostics();

        assertThat(found).extracting(Diagnostic::code).contains("bad-hostname");
        assertThat(found).extracting(Diagnostic::code).doesNotContain("missing-key");
    }
}
