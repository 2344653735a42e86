package dev.coppice.model.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlPatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every code has a guide, whose annotated example has that finding at that line and no other. */
class GuidesTest {

    private static final Path FILE =
            Path.of("src/main/resources/dev/coppice/model/findings.md").toAbsolutePath();
    private static final Pattern MARK = Pattern.compile("# (<-|\\^) ([a-z-]+)$");

    private final GuideWriter writer = new GuideWriter(new Guides());
    private final YamlPatcher patcher = new YamlPatcher(new SpecSchema()::keysOf);

    static List<Guide> guides() {
        return new Guides().all();
    }

    /** Not those that need more than an example: a thousand findings, or the tools of a target. */
    static List<Guide> examples() {
        var others = EnumSet.of(DiagnosticCode.MORE_FINDINGS, DiagnosticCode.TARGET_REFUSED);
        return guides().stream().filter(g -> !others.contains(g.code())).toList();
    }

    @Test
    void everyCodeHasAGuide() {
        assertThat(guides())
                .extracting(Guide::code)
                .containsExactlyInAnyOrder(DiagnosticCode.values());
        assertThat(guides())
                .allSatisfy(g -> assertThat(g.why()).endsWith(".").doesNotContain("\n"));
        assertThat(guides()).hasSizeGreaterThanOrEqualTo(140);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isFoundWhereTheMarkStandsAndNothingElseIs(Guide guide) {
        List<Diagnostic> found = writer.analyze(guide, guide.badSpec()).diagnostics();

        assertThat(found)
                .extracting(d -> d.start().line() + " " + d.code())
                .as("%s", found)
                .containsExactlyElementsOf(marks(guide.badSpec()));
        assertThat(found).extracting(Diagnostic::code).contains(guide.code().id());
        assertThat(found)
                .allSatisfy(
                        d -> {
                            assertThat(d.message())
                                    .isNotBlank()
                                    .doesNotEndWith(".")
                                    .doesNotContain("\n");
                            assertThat(d.help()).matches("(?s).*[.?]");
                        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void findsNothingInTheGoodExample(Guide guide) {
        assertThat(writer.analyze(guide, guide.goodSpec()).diagnostics()).isEmpty();
        assertThat(writer.analyze(guide, guide.goodSpec()).spec()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void itsFixesTakeTheFindingAway(Guide guide) {
        var before = new SpecText(guide.badSpec());
        for (Diagnostic found : writer.analyze(guide, guide.badSpec()).diagnostics()) {
            for (Fix fix : found.fixes()) {
                PatchResult result = patcher.patch(before, fix.label(), fix.ops());
                assertThat(result).as("%s", fix).isInstanceOf(PatchResult.Patched.class);
                var mended = before.apply(((PatchResult.Patched) result).batch());
                assertThat(writer.analyze(guide, mended.content()).diagnostics())
                        .as("%s%n%s", fix, mended.content())
                        .noneMatch(
                                d ->
                                        d.code().equals(found.code())
                                                && d.message().equals(found.message())
                                                && d.start().equals(found.start()));
            }
        }
    }

    @Test
    void theCatalogueIsUpToDate() throws IOException {
        String catalogue = writer.catalogue();
        if (Boolean.getBoolean("coppice.write")) {
            Files.writeString(FILE, catalogue);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "%s is stale; write it anew with: mvn -pl model test"
                                + " -Dtest=GuidesTest -Dcoppice.write=true",
                        FILE)
                .isEqualTo(catalogue);
    }

    @Test
    void manyFindingsAreCutButNeverTheErrors() {
        var text = new StringBuilder(Guide.HEAD).append("keyboard: no\npackages:\n");
        for (int i = 0; i < 1500; i++) {
            text.append("  - Bad").append(i).append('\n');
        }

        List<Diagnostic> found = Specs.analyze(text.toString()).diagnostics();

        assertThat(found).hasSize(1001);
        assertThat(found.getFirst().code()).isEqualTo("more-findings");
        assertThat(found.getFirst().message()).isEqualTo("there are 501 more findings");
        assertThat(found.subList(1, 1001)).extracting(Diagnostic::code).containsOnly("bad-package");
        assertThat(Arrays.asList(found.get(1).start().line(), found.get(1000).start().line()))
                .containsExactly(6, 1005);
    }

    private static List<String> marks(String spec) {
        var marks = new ArrayList<String>();
        String[] lines = spec.split("\n", -1);
        int real = 0;
        for (int i = 0; i < lines.length; i++) {
            Matcher mark = MARK.matcher(lines[i]);
            boolean marked = mark.find();
            real = marked && mark.group(1).equals("^") ? real : i + 1;
            if (marked) {
                marks.add(real + " " + mark.group(2));
            }
        }
        return marks;
    }
}
