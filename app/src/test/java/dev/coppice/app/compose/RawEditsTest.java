package dev.coppice.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.form.RawText;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

class RawEditsTest {

    private static final YamlPath NIXOS = YamlPath.of("targets").key("nixos");
    private static final String TEXT =
            "spec: 1\n"
                    + "targets:\n"
                    + "  nixos:\n"
                    + "    a.b: 1.5   # kept\n"
                    + "    c:\n"
                    + "      - x\n"
                    + "  kairos: {}\n"
                    + "# end\n";

    @Test
    void linesAreShownWithoutTheirMargin() {
        assertThat(lines(TEXT, NIXOS)).isEqualTo("a.b: 1.5   # kept\nc:\n  - x");
        assertThat(lines(TEXT, YamlPath.of("targets").key("kairos"))).isEmpty();
    }

    @Test
    void onlyTheLinesOfTheMappingChange() {
        assertThat(after(TEXT, NIXOS, "a.b: 2.5   # kept\nd: [1, 2]\n"))
                .isEqualTo(
                        "spec: 1\ntargets:\n  nixos:\n    a.b: 2.5   # kept\n    d: [1, 2]\n"
                                + "  kairos: {}\n# end\n");
    }

    @Test
    void bracesBecomeLinesAndNothingBecomesBraces() {
        YamlPath kairos = YamlPath.of("targets").key("kairos");
        assertThat(after(TEXT, kairos, "stages:\n  boot: []"))
                .endsWith("  kairos:\n    stages:\n      boot: []\n# end\n");
        assertThat(after(TEXT, NIXOS, "  \n")).contains("  nixos: {}\n  kairos: {}\n");
    }

    @Test
    void lineEndingsStay() {
        assertThat(after(TEXT.replace("\n", "\r\n"), NIXOS, "a: 1\nb: 2"))
                .isEqualTo(
                        "spec: 1\r\ntargets:\r\n  nixos:\r\n    a: 1\r\n    b: 2\r\n"
                                + "  kairos: {}\r\n# end\r\n");
    }

    @Test
    void whatIsNoMappingIsRefusedWithAReason() {
        assertThat(refused("a: [1")).contains("Line ");
        assertThat(refused("- a\n- b")).contains("name: value");
        assertThat(refused("a: 1\n...\nb: 2")).isNotBlank();
        assertThat(new RawEdits().rewrite(new SpecText("spec: 1\n"), "x", NIXOS, "a: 1"))
                .isInstanceOf(PatchResult.Refused.class);
    }

    private static String lines(String text, YamlPath path) {
        var spec = new SpecText(text);
        return RawText.lines(
                spec, new YamlParser().parse(spec).root().orElseThrow().at(path).orElseThrow());
    }

    private static String after(String text, YamlPath path, String yaml) {
        var spec = new SpecText(text);
        var result = new RawEdits().rewrite(spec, "Change", path, yaml);
        assertThat(result).isInstanceOf(PatchResult.Patched.class);
        return spec.apply(((PatchResult.Patched) result).batch()).content();
    }

    private static String refused(String yaml) {
        var result = new RawEdits().rewrite(new SpecText(TEXT), "Change", NIXOS, yaml);
        assertThat(result).isInstanceOf(PatchResult.Refused.class);
        return ((PatchResult.Refused) result).reason();
    }
}
