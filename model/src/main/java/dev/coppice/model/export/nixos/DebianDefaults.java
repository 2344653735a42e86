package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.nixos.OptionPath;

import java.util.List;
import java.util.Map;

/** What Debian's packages set up without being told, and NixOS does not, or does otherwise. */
final class DebianDefaults {

    /** The version of PostgreSQL in each release: the form of its data depends on it. */
    private static final Map<String, String> POSTGRESQL =
            Map.of("bookworm", "pkgs.postgresql_15", "trixie", "pkgs.postgresql_17");

    private final NixConfig config;
    private final NixConfig.Part part;

    DebianDefaults(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.SERVICES);
    }

    /** To be called when every other part is written. */
    void write() {
        if (on("services.nginx.enable")
                && !hasFile("/etc/nginx/(sites-enabled/|conf\\.d/|nginx).*")) {
            part.because(
                    "The site that Debian's nginx comes with.",
                    List.of("services", "nginx", "virtualHosts", "_"),
                    NixValue.attrs().with("default", of(true)).with("root", of("/var/www/html")),
                    List.of());
        }
        if (on("services.openssh.enable") && config.spec().network().firewall().isPresent()) {
            part.because(
                    "The firewall below says which ports are open.",
                    "services.openssh.openFirewall",
                    of(false));
        }
        if (on("services.postgresql.enable")) {
            part.because(
                    "The version of Debian's release, in whose form the data is.",
                    "services.postgresql.package",
                    code(
                            POSTGRESQL.getOrDefault(
                                    config.spec().base().release(), "pkgs.postgresql")));
        }
        if (config.isSet(OptionPath.parse("services.prometheus.configText"))) {
            part.because(
                    "Files that the configuration names are not there while it is built.",
                    "services.prometheus.checkConfig",
                    of("syntax-only"));
        }
        if (on("services.samba.enable")
                && !config.isSet(OptionPath.parse("services.samba.winbindd.enable"))) {
            part.because(
                    "On Debian, winbind is a package of its own.",
                    "services.samba.winbindd.enable",
                    of(false));
        }
    }

    private boolean on(String option) {
        return config.value(OptionPath.parse(option)).filter(of(true)::equals).isPresent();
    }

    private boolean hasFile(String pattern) {
        return config.spec().files().stream().anyMatch(file -> file.path().matches(pattern));
    }
}
