package dev.coppice.model.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportCases;
import dev.coppice.model.nixos.OptionFinding.Kind;
import dev.coppice.model.spec.RawValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class RawOptionsTest {

    private static final String TABLE =
            """
            {
              "services.nginx.enable": {"type": "boolean", "loc": ["services", "nginx", "enable"]},
              "services.nginx.virtualHosts": {"type": "attribute set of (submodule)",
                "loc": ["services", "nginx", "virtualHosts"]},
              "services.nginx.virtualHosts.<name>.root": {"type": "null or absolute path",
                "loc": ["services", "nginx", "virtualHosts", "<name>", "root"]},
              "services.nginx.virtualHosts.<name>.http2": {"type": "boolean",
                "loc": ["services", "nginx", "virtualHosts", "<name>", "http2"]},
              "services.openssh.settings": {"type": "open submodule of attribute set of (atom)",
                "loc": ["services", "openssh", "settings"]},
              "services.openssh.settings.LogLevel": {
                "type": "null or one of \\"QUIET\\", \\"INFO\\"",
                "loc": ["services", "openssh", "settings", "LogLevel"]},
              "boot.kernel.sysctl": {"type": "open submodule of attribute set of (sysctl value)",
                "loc": ["boot", "kernel", "sysctl"]},
              "systemd.services": {"type": "attribute set of (submodule)",
                "loc": ["systemd", "services"]},
              "systemd.services.<name>.serviceConfig": {
                "type": "attribute set of (systemd option)",
                "loc": ["systemd", "services", "<name>", "serviceConfig"]},
              "networking.firewall.allowedTCPPorts": {
                "type": "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)",
                "loc": ["networking", "firewall", "allowedTCPPorts"]},
              "networking.hostName": {"type": "string", "loc": ["networking", "hostName"]},
              "nix.package": {"type": "package", "loc": ["nix", "package"]},
              "system.build": {"type": "attribute set", "readOnly": true,
                "loc": ["system", "build"]}
            }
            """;

    private final NixOptions options = NixOptions.parse(TABLE).orElseThrow();

    private static RawValue.Fields raw(String yaml) {
        return ExportCases.of(
                        """
                        spec: 1
                        name: web
                        base: { distribution: debian, release: bookworm }
                        targets:
                          nixos: { %s }
                        """
                                .formatted(yaml),
                        ProjectFiles.NONE)
                .spec()
                .targets()
                .nixos();
    }

    private List<OptionFinding> check(String yaml) {
        return new KnownMistakes().of(Optional.of(options), raw(yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services.nginx.enable: true",
                "services: { nginx: { enable: true } }",
                "services.nginx.virtualHosts.\"a.org\".root: /srv",
                "services.nginx: { virtualHosts: { a.org: { root: /srv, http2: false } } }",
                "services.nginx.virtualHosts.a.root: null",
                "services.openssh.settings: { PermitRootLogin: \"no\", LogLevel: INFO }",
                "boot.kernel.sysctl: { net.ipv4.ip_forward: 1 }",
                "systemd.services.a.serviceConfig: { ExecStart: /bin/x, X-Mine: 1 }",
                "networking.firewall.allowedTCPPorts: [80, 443]",
                "i18n.supportedLocales: [all]",
            })
    void goodSettingsPass(String yaml) {
        assertThat(check(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services.ngnix.enable: true|UNKNOWN|targets.nixos.services.ngnix.enable|nginx",
                "services: { nginx: { enabel: true } }|UNKNOWN|enabel|services.nginx.enable",
                "services.nginx.virtualHosts.a.rot: /x|UNKNOWN|rot|virtualHosts.a.root",
                "services.nginx.enable: \"yes\"|WRONG_TYPE|enable|without quotes",
                "services.nginx: true|WRONG_TYPE|services.nginx|mapping",
                "services.nginx.virtualHosts.a.root: srv|WRONG_TYPE|root|slash",
                "networking.firewall.allowedTCPPorts: [70000]|WRONG_TYPE|allowed|from 0 to 65535",
                "networking.firewall.allowedTCPPorts: 80|WRONG_TYPE|allowed|list",
                "networking.hostName: 5|WRONG_TYPE|hostName|quotes",
                "nix.package: nix|WRONG_TYPE|nix.package|expression",
                "services.openssh.settings.LogLevel: LOUD|WRONG_TYPE|LogLevel|QUIET",
                "system.build: { x: 1 }|READ_ONLY|system.build|Remove",
                "boot.earlyVconsoleSetup: true|RENAMED|Vconsole|console.earlySetup",
                "boot.bootspec.enable: true|REMOVED|bootspec|release notes",
                "boot.loader.grub.version: 2|REMOVED|version|release notes",
                "security.acme.email: a@b.org|RENAMED|email|security.acme.defaults.email",
                "services.openssh.settings: { PermitRootLogn: \"no\""
                        + " }|UNKNOWN_KEY|Logn|PermitRootLogin",
                "systemd.services.a.serviceConfig: { ExecStrat: x }|UNKNOWN_KEY|Strat|ExecStart",
                "boot.kernel.sysctl: { net.ipv4.ip_forwad: 1"
                        + " }|UNKNOWN_KEY|forwad|net.ipv4.ip_forward"
            })
    void badSettingsAreFound(String yaml, Kind kind, String place, String help) {
        assertThat(check(yaml))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(kind);
                            assertThat(finding.path().toString()).contains(place);
                            assertThat(finding.help()).contains(help);
                            assertThat(finding.message()).isNotBlank();
                        });
    }

    @Test
    void saysWhatIsWrongInAList() {
        assertThat(check("networking.firewall.allowedTCPPorts: [80, \"443\"]"))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.message())
                                        .endsWith(", not a list with the text \"443\""));
    }

    @Test
    void someIsKnownWithoutATable() {
        assertThat(
                        new KnownMistakes()
                                .of(
                                        raw(
                                                """
                                                services.openssh.settings: { PermitRootLogn: "no" },
                                                boot.earlyVconsoleSetup: true,
                                                boot.bootspec: { enable: true },
                                                services.whatever.enable: 1
                                                """)))
                .extracting(OptionFinding::kind)
                .containsExactly(Kind.UNKNOWN_KEY, Kind.RENAMED, Kind.REMOVED);
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (String text : List.of("", "[]", "{", "{}", "{\"a\": 1}", "\u0000", "null")) {
            assertThat(NixOptions.parse(text)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null or (list of string)|Either[one=Nothing[], other=Items[item=Text[]]]",
                "string or signed integer or boolean|Either[one=Text[],"
                        + " other=Either[one=Whole[least=-9223372036854775807,"
                        + " most=9223372036854775807], other=Bool[]]]",
                "value \"all\" (singular enum)|OneOf[values=[all]]",
                "attribute set of (submodule)|Entries[value=Submodule[open=false]]",
                "integer between 300 and 399 (both inclusive)|Whole[least=300, most=399]",
                "YAML 1.1 value|Anything[]",
                "(list of string) or value \"a or b\" (singular"
                        + " enum)|Either[one=Items[item=Text[]], other=OneOf[values=[a or b]]]",
            })
    void readsTypes(String words, String type) {
        assertThat(NixTypeReader.read(words)).hasToString(type);
    }
}
