package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Proposals and explanations inside the raw settings of targets. */
class OptionCompletionTest {

    private static final String TABLE =
            """
            {
              "services.nginx.enable": {"type": "boolean", "default": {"text": "false"},
                "description": "Whether to enable the {command}`nginx` server.\\n\\n::: {.note}\\nSee\\n[](#opt-services.nginx.user).\\n:::"},
              "services.nginx.user": {"type": "string", "default": {"text": "\\"nginx\\""}},
              "services.nginx.statusPage": {"type": "boolean", "default": {"text": "true"}},
              "services.nginx.virtualHosts": {"type": "attribute set of (submodule)"},
              "services.nginx.virtualHosts.<name>.root": {"type": "null or absolute path"},
              "services.nginx.virtualHosts.<name>.http2": {"type": "boolean"},
              "services.openssh.enable": {"type": "boolean"},
              "services.openssh.settings": {"type": "open submodule of attribute set of (atom)"},
              "services.openssh.settings.LogLevel": {
                "type": "null or one of \\"QUIET\\", \\"INFO\\", \\"no\\""},
              "networking.firewall.allowedTCPPorts": {"type": "list of (signed integer)"},
              "networking.hostName": {"type": "string"},
              "system.build": {"type": "attribute set", "readOnly": true}
            }
            """;

    private final Catalog catalog =
            new Catalog(Optional.empty(), NixOptions.parse(TABLE), List::of);
    private final Taking taking = new Taking(catalog);

    private static final String HEAD = "targets:\n  nixos:\n";

    @Test
    void groupsAndOptionsAreFoundByAnyWordsOfTheirNames() {
        assertThat(taking.labels(HEAD + "    ¦"))
                .containsExactly("services", "networking", "system");
        assertThat(taking.labels(HEAD + "    serv¦"))
                .startsWith("services")
                .contains("services.nginx.enable")
                .doesNotContain("services.nginx.virtualHosts.<name>.root");
        assertThat(taking.labels(HEAD + "    openssh¦"))
                .containsExactly(
                        "services.openssh.enable",
                        "services.openssh.settings",
                        "services.openssh.settings.LogLevel");
        assertThat(taking.labels(HEAD + "    nginx.ena¦")).containsExactly("services.nginx.enable");
        assertThat(taking.labels(HEAD + "    build¦")).isEmpty();
    }

    @Test
    void aPathGoesOnStepByStep() {
        assertThat(taking.take(HEAD + "    serv¦", "services")).isEqualTo(HEAD + "    services.¦");
        assertThat(taking.take(HEAD + "    services.ng¦", "services.nginx"))
                .isEqualTo(HEAD + "    services.nginx.¦");
        assertThat(taking.take(HEAD + "    services.nginx.¦", "services.nginx.enable"))
                .isEqualTo(HEAD + "    services.nginx.enable: true¦");
        assertThat(
                        taking.take(
                                HEAD + "    services.nginx.virtualHosts.\"a.org\".ro¦",
                                "services.nginx.virtualHosts.\"a.org\".root"))
                .isEqualTo(HEAD + "    services.nginx.virtualHosts.\"a.org\".root: /¦");
        assertThat(taking.take(HEAD + "    tcp¦", "networking.firewall.allowedTCPPorts"))
                .isEqualTo(HEAD + "    networking.firewall.allowedTCPPorts: [¦]");
        assertThat(taking.take("targets: { nixos: { host¦ } }", "networking.hostName"))
                .isEqualTo("targets: { nixos: { networking.hostName: \"¦\" } }");
        assertThat(taking.take("targets:\n  nixos: ¦", "services"))
                .isEqualTo("targets:\n  nixos:\n    services.¦");
    }

    @Test
    void whatIsThereIsNotProposed() {
        String there = HEAD + "    services.nginx.enable: true\n    services.nginx.¦\n";
        assertThat(taking.labels(there))
                .contains("services.nginx.user")
                .doesNotContain("services.nginx.enable");
    }

    @Test
    void keysBelowAreSingleNames() {
        String nested = HEAD + "    services.nginx:\n      ";
        assertThat(taking.labels(nested + "¦"))
                .containsExactly("enable", "user", "statusPage", "virtualHosts");
        assertThat(taking.take(nested + "stat¦", "statusPage"))
                .isEqualTo(nested + "statusPage: false¦");
        assertThat(taking.labels(nested + "virtualHosts:\n        a.org:\n          ¦"))
                .containsExactly("root", "http2");
    }

    @Test
    void valuesAreThoseThatTheOptionTakes() {
        assertThat(taking.labels(HEAD + "    services.nginx.enable: ¦"))
                .containsExactly("true", "false");
        assertThat(taking.at(HEAD + "    services.nginx.enable: ¦").whole()).isTrue();
        assertThat(taking.take(HEAD + "    services.openssh.settings.LogLevel: ¦", "INFO"))
                .endsWith("LogLevel: INFO¦");
        assertThat(taking.take(HEAD + "    services.openssh.settings.LogLevel: ¦", "\"no\""))
                .endsWith("LogLevel: \"no\"¦");
        assertThat(taking.labels(HEAD + "    services.nginx.user: ¦")).containsExactly("\"nginx\"");
    }

    @Test
    void anOptionIsExplained() {
        Proposal enable = taking.at(HEAD + "    services.nginx.ena¦").proposals().getFirst();
        assertThat(enable.detail()).isEqualTo("boolean");
        assertThat(enable.documentation())
                .isEqualTo(
                        "Whether to enable the `nginx` server.\nSee services.nginx.user.\n"
                                + "Takes: boolean\nDefault: `false`");
        String text = HEAD + "    services.nginx:\n      enable: true\n";
        Hover hover =
                new HoverDocs(new SpecSchema())
                        .at(new SpecText(text), text.indexOf("able"), catalog)
                        .orElseThrow();
        assertThat(hover.title()).isEqualTo("services.nginx.enable");
        assertThat(hover.documentation()).startsWith("Whether to enable the `nginx` server.");
        assertThat(hover.lines()).extracting(Hover.Line::label).containsExactly("Takes", "Default");
    }

    @Test
    void withoutATableNothingIsProposed() {
        Completion none = new Taking(Catalog.EMPTY).at(HEAD + "    serv¦");
        assertThat(none.proposals()).isEmpty();
        assertThat(none.topic()).isEqualTo(Completion.Topic.OPTIONS);
    }

    @Test
    void keysOfKairosComeFromItsTable() {
        String kairos = "targets:\n  kairos:\n    ";
        assertThat(taking.labels(kairos + "¦")).contains("install", "k3s", "stages");
        assertThat(taking.take(kairos + "install:\n      au¦", "auto"))
                .isEqualTo(kairos + "install:\n      auto: true¦");
        assertThat(taking.labels(kairos + "stages:\n      boot:\n        - comm¦"))
                .containsExactly("commands");
        assertThat(taking.labels(kairos + "install:\n      reboot: ¦"))
                .containsExactly("true", "false");
    }
}
