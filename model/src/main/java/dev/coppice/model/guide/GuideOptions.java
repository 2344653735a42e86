package dev.coppice.model.guide;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionSource;

import java.util.Optional;

/** The options of NixOS that the examples of guides name, as if they were all that it has. */
final class GuideOptions implements OptionSource {

    private static final String TABLE =
            """
            {
              "services.fwupd.enable": {"type": "boolean"},
              "services.nginx.enable": {"type": "boolean"},
              "services.openssh.settings": {"type": "open submodule of attribute set of (atom)"},
              "networking.firewall.allowedTCPPorts": {
                "type": "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)"},
              "console.earlySetup": {"type": "boolean"},
              "system.nixos.release": {"type": "string", "readOnly": true}
            }
            """;

    private final Optional<NixOptions> options = NixOptions.parse(TABLE);

    @Override
    public Optional<NixOptions> options() {
        return options;
    }
}
