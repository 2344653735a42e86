package dev.coppice.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlPatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** Raw settings against a table of options: what is found where, and what the fix writes. */
class NixosRuleTest {

    private static final String TABLE =
            """
            {
              "services.nginx.enable": {"type": "boolean"},
              "services.nginx.virtualHosts": {"type": "attribute set of (submodule)"},
              "services.nginx.virtualHosts.<name>.root": {"type": "null or absolute path"},
              "services.openssh.settings": {"type": "open submodule of attribute set of (atom)"},
              "console.earlySetup": {"type": "boolean"},
              "system.build": {"type": "attribute set", "readOnly": true}
            }
            """;

    private final Optional<NixOptions> options = NixOptions.parse(TABLE);
    private final Analyzer analyzer =
            new Analyzer(new SpecSchema(), PackageSource.NONE, () -> options);
    private final YamlPatcher patcher = new YamlPatcher(new SpecSchema()::keysOf);

    private List<Diagnostic> found(String spec) {
        return analyzer.analyze(new SpecText(spec), ProjectFiles.NONE).diagnostics();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    services.ngnix.enable: true | unknown-option | services.ngnix.enable | services.nginx.enable: true
                    services.nginx.enabel: true | unknown-option | services.nginx.enabel | services.nginx.enable: true
                    'services: { nginx: { enabel: true } }' | unknown-option | enabel | 'services: { nginx: { enable: true } }'
                    'services.nginx: { virtualHosts: { "a.org": { rot: /srv } } }' | unknown-option | rot | 'services.nginx: { virtualHosts: { "a.org": { root: /srv } } }'
                    services.nginx.virtualHosts.a.rot: /srv | unknown-option | services.nginx.virtualHosts.a.rot | services.nginx.virtualHosts.a.root: /srv
                    boot.earlyVconsoleSetup: true | old-option | boot.earlyVconsoleSetup | console.earlySetup: true
                    'services.openssh.settings: { PermitRootLogn: "no" }' | unread-key | PermitRootLogn | 'services.openssh.settings: { PermitRootLogin: "no" }'
                    'services.openssh.settings.PermitRootLogn: "no"' | unread-key | services.openssh.settings.PermitRootLogn | 'services.openssh.settings.PermitRootLogin: "no"'
                    """)
    void aMisspeltNameIsMended(String bad, String code, String place, String good) {
        String spec = Specs.HEAD + "targets:\n  nixos:\n    " + bad + "\n";
        Diagnostic only = found(spec).getFirst();
        assertThat(found(spec)).hasSize(1);
        assertThat(only.code()).isEqualTo(code);
        assertThat(spec.substring(only.range().start(), only.range().end())).isEqualTo(place);
        Fix fix = only.fixes().getFirst();
        var text = new SpecText(spec);
        PatchResult result = patcher.patch(text, fix.label(), fix.ops());
        assertThat(result).isInstanceOf(PatchResult.Patched.class);
        String mended = text.apply(((PatchResult.Patched) result).batch()).content();
        assertThat(mended).isEqualTo(spec.replace(bad, good));
        assertThat(found(mended)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    services.nginx.enable: 1 | bad-option-value | 1
                    services.nginx.virtualHosts.a.root: srv | bad-option-value | srv
                    'system.build: { x: 1 }' | fixed-option | system.build
                    """)
    void aValueIsJudgedByItsType(String bad, String code, String place) {
        String spec = Specs.HEAD + "targets:\n  nixos:\n    " + bad + "\n";
        Diagnostic only = found(spec).getFirst();
        assertThat(only.code()).isEqualTo(code);
        assertThat(spec.substring(only.range().start(), only.range().end())).isEqualTo(place);
    }

    @Test
    void aBuildForDebianIsNotStopped() {
        String spec = Specs.HEAD + "targets:\n  nixos:\n    services.nothing: true\n";
        assertThat(analyzer.analyze(new SpecText(spec), ProjectFiles.NONE).spec()).isPresent();
    }
}
