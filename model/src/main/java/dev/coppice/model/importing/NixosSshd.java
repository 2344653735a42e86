package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of the SSH server. */
final class NixosSshd {

    private static final String OPENSSH = "services.openssh.";

    /** Lists that sshd_config(5) separates by blanks; others by commas. */
    private static final Set<String> WORDS =
            Set.of("AcceptEnv", "AllowGroups", "AllowUsers", "DenyGroups", "DenyUsers");

    private static final Map<String, String> SPELLED = Map.of("Macs", "MACs", "UseDns", "UseDNS");

    /** Options of releases before the settings had their own set. */
    private static final Map<String, String> OLD =
            Map.of(
                    "permitRootLogin", "PermitRootLogin",
                    "passwordAuthentication", "PasswordAuthentication",
                    "kbdInteractiveAuthentication", "KbdInteractiveAuthentication",
                    "forwardX11", "X11Forwarding");

    private final NixosOptions options;
    private final Draft draft;

    NixosSshd(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        List<String> settings = path(OPENSSH + "settings");
        for (String name : options.names(settings)) {
            setting(below(settings, name), SPELLED.getOrDefault(name, name));
        }
        OLD.forEach((option, keyword) -> setting(path(OPENSSH + option), keyword));
        List<Placed> ports = options.items(path(OPENSSH + "ports"));
        if (ports.size() == 1 && NixosOptions.text(ports.getFirst().data()).isPresent()) {
            set("Port", NixosOptions.text(ports.getFirst().data()).get());
            options.taken(path(OPENSSH + "ports"), "sshd.Port");
        }
        listen();
        options.texts(path(OPENSSH + "authorizedKeysFiles"))
                .filter(files -> !files.isEmpty())
                .ifPresent(
                        files -> {
                            set("AuthorizedKeysFile", String.join(" ", files));
                            options.taken(
                                    path(OPENSSH + "authorizedKeysFiles"),
                                    "sshd.AuthorizedKeysFile");
                        });
        extra();
    }

    private void setting(List<String> path, String keyword) {
        options.at(path)
                .flatMap(value -> word(keyword, value.data()))
                .filter(value -> Shape.SSHD_KEYWORD.matches(keyword) && Shape.LINE.matches(value))
                .ifPresent(
                        value -> {
                            set(keyword, value);
                            options.taken(path, "sshd." + keyword);
                        });
    }

    private static Optional<String> word(String keyword, NixData data) {
        return switch (data) {
            case NixData.Bool(boolean on) -> Optional.of(on ? "yes" : "no");
            case NixData.Items _ ->
                    NixosOptions.texts(data)
                            .filter(all -> !all.isEmpty())
                            .map(all -> String.join(WORDS.contains(keyword) ? " " : ",", all));
            default -> NixosOptions.text(data).filter(text -> !text.isBlank());
        };
    }

    private void listen() {
        List<Placed> all = options.items(path(OPENSSH + "listenAddresses"));
        if (all.size() == 1 && all.getFirst().data() instanceof Attrs one) {
            Placed address = one.entries().get("addr");
            if (address != null
                    && one.entries().size() == 1
                    && NixosOptions.text(address.data()).isPresent()) {
                set("ListenAddress", NixosOptions.text(address.data()).get());
                options.taken(path(OPENSSH + "listenAddresses"), "sshd.ListenAddress");
            }
        }
    }

    /** Lines without a condition are settings as well as others. */
    private void extra() {
        List<String> path = path(OPENSSH + "extraConfig");
        List<String[]> lines =
                options.text(path)
                        .orElse("")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.split("\\s+", 2))
                        .toList();
        boolean plain =
                lines.stream()
                        .allMatch(
                                each ->
                                        each.length == 2
                                                && Shape.SSHD_KEYWORD.matches(each[0])
                                                && !each[0].equalsIgnoreCase("match")
                                                && !draft.has("sshd", each[0]));
        if (plain && !lines.isEmpty()) {
            lines.forEach(each -> set(each[0], each[1]));
            options.taken(path, "sshd");
        }
    }

    private void set(String keyword, String value) {
        draft.set("sshd", keyword, new YamlValue.Text(value));
    }
}
