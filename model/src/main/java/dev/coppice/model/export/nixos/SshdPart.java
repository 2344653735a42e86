package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Settings of the SSH server, with the types that NixOS wants of them. */
final class SshdPart {

    private static final String SETTINGS = "settings";

    /** Keywords that NixOS types as lists, with what separates their items. */
    private static final Map<String, String> LISTS =
            Map.of(
                    "acceptenv", "\\s+",
                    "allowgroups", "\\s+",
                    "allowusers", "\\s+",
                    "denygroups", "\\s+",
                    "denyusers", "\\s+",
                    "ciphers", ",",
                    "kexalgorithms", ",",
                    "macs", ",");

    /** Keywords that take more words than yes and no, so that NixOS types them as text. */
    private static final Set<String> TEXTS =
            Set.of("permitrootlogin", "gatewayports", "loglevel", "banner");

    private final NixConfig config;
    private final NixConfig.Part part;

    SshdPart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.SERVICES);
    }

    void write() {
        config.spec().sshd().forEach(this::setting);
    }

    private void setting(String keyword, String value) {
        List<YamlPath> origins = config.written("sshd", keyword);
        switch (keyword.toLowerCase(Locale.ROOT)) {
            case "port" ->
                    part.set(
                            "services.openssh.ports",
                            NixValue.list(NixValue.numberOr(value)),
                            origins);
            case "listenaddress" ->
                    part.add(
                            "services.openssh.listenAddresses",
                            NixValue.attrs().with("addr", of(value)),
                            origins);
            case "authorizedkeysfile" ->
                    part.set(
                            "services.openssh.authorizedKeysFiles",
                            NixValue.texts(List.of(value.strip().split("\\s+"))),
                            origins);
            case "subsystem", "hostkey", "include", "match" ->
                    part.lines(
                            "services.openssh.extraConfig",
                            of(keyword + " " + value + "\n"),
                            origins);
            default -> part.set(path(spelled(keyword)), typed(keyword, value), origins);
        }
    }

    private static List<String> path(String keyword) {
        return List.of("services", "openssh", SETTINGS, keyword);
    }

    /** NixOS spells two keywords in a way of its own. */
    private static String spelled(String keyword) {
        return switch (keyword.toLowerCase(Locale.ROOT)) {
            case "macs" -> "Macs";
            case "usedns" -> "UseDns";
            default -> keyword;
        };
    }

    private static NixValue typed(String keyword, String value) {
        String separator = LISTS.get(keyword.toLowerCase(Locale.ROOT));
        if (separator != null) {
            return NixValue.texts(
                    List.of(value.strip().split(separator)).stream().map(String::strip).toList());
        }
        if (TEXTS.contains(keyword.toLowerCase(Locale.ROOT))) {
            return of(value);
        }
        return switch (value) {
            case "yes" -> of(true);
            case "no" -> of(false);
            default -> NixValue.numberOr(value);
        };
    }
}
