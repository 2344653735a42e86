package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files below {@code /etc} and elsewhere, and options that are the text of a file. */
final class NixosFiles {

    /** Options whose text is a file of Debian. */
    private static final Map<String, String> TEXTS =
            Map.of(
                    "services.nfs.server.exports", "/etc/exports",
                    "security.sudo.extraConfig", "/etc/sudoers.d/imported",
                    "services.udev.extraRules", "/etc/udev/rules.d/99-imported.rules",
                    "environment.extraInit", "/etc/profile.d/imported.sh",
                    "networking.nftables.ruleset", "/etc/nftables.conf",
                    "services.openssh.extraConfig", "/etc/ssh/sshd_config.d/50-imported.conf",
                    "programs.ssh.extraConfig", "/etc/ssh/ssh_config.d/50-imported.conf",
                    "services.prometheus.configText", "/etc/prometheus/prometheus.yml",
                    "users.motd", "/etc/motd");

    /** Options that only make a program of NixOS read a file that is in its place on Debian. */
    private static final Map<String, String> READING =
            Map.of(
                    "users.motdFile", "/etc/motd",
                    "services.dnsmasq.settings.conf-dir", "/etc/dnsmasq.d",
                    "services.nginx.appendHttpConfig",
                            "include /etc/nginx/conf.d/*.conf;\n"
                                    + "include /etc/nginx/sites-enabled/*;\n");

    private final NixosOptions options;
    private final Draft draft;
    private final List<Import.Copy> copies;

    NixosFiles(NixosOptions options, Draft draft, List<Import.Copy> copies) {
        this.options = options;
        this.draft = draft;
        this.copies = copies;
    }

    void take() {
        List<String> etc = path("environment.etc");
        options.names(etc).forEach(name -> etc("/etc/" + name, below(etc, name)));
        tmpfiles();
        READING.forEach(
                (option, text) ->
                        options.text(path(option))
                                .filter(text::equals)
                                .ifPresent(it -> options.taken(path(option), "files")));
        TEXTS.forEach(this::text);
        rules();
        limits();
    }

    private void etc(String place, List<String> path) {
        boolean known =
                Set.of("text", "source", "mode", "user", "group", "enable", "uid", "gid")
                        .containsAll(options.names(path));
        boolean on = options.bool(below(path, "enable")).orElse(true);
        Optional<Placed> content =
                options.at(below(path, "text")).or(() -> options.at(below(path, "source")));
        if (!known || !on || content.isEmpty() || !Shape.ABSOLUTE_PATH.matches(place)) {
            return;
        }
        var file = file(place, content.get(), false);
        String mode = options.text(below(path, "mode")).orElse("0644");
        boolean link = mode.equals("symlink") || mode.equals("direct-symlink");
        if (file.isEmpty() || !link && !Shape.MODE.matches(mode)) {
            return;
        }
        if (!link && options.at(below(path, "mode")).isPresent()) {
            file.get().put("mode", new YamlValue.Text(mode));
        }
        owner(path, "user", "owner", file.get());
        owner(path, "group", "group", file.get());
        draft.add("files", new YamlValue.Fields(file.get()));
        options.taken(path, "files");
    }

    private void owner(
            List<String> path, String option, String field, Map<String, YamlValue> file) {
        options.text(below(path, option))
                .filter(name -> Shape.USER_NAME.matches(name) && !name.equals("root"))
                .ifPresent(name -> file.put(field, new YamlValue.Text(name)));
    }

    /** Path and content; a file beside the configuration is copied into the project. */
    private Optional<LinkedHashMap<String, YamlValue>> file(
            String place, Placed content, boolean percents) {
        var file = new LinkedHashMap<String, YamlValue>();
        file.put("path", new YamlValue.Text(place));
        Optional<String> beside =
                switch (content.data()) {
                    case NixData.PathTo(String path) ->
                            NixosModules.inside(NixosModules.folder(content), path);
                    case NixData.ContentOf(String path) ->
                            NixosModules.inside(NixosModules.folder(content), path);
                    default -> Optional.empty();
                };
        if (beside.filter(Shape.PROJECT_PATH::matches).isPresent()) {
            copies.add(new Import.Copy(beside.get(), beside.get()));
            file.put("source", new YamlValue.Text(beside.get()));
            return Optional.of(file);
        } else if (content.data() instanceof NixData.Text(String text)
                && !SecretTexts.isSecret(text)) {
            file.put("content", new YamlValue.Text(percents ? text.replace("%%", "%") : text));
            return Optional.of(file);
        }
        return Optional.empty();
    }

    private void tmpfiles() {
        List<String> all = path("systemd.tmpfiles.settings");
        for (String name : options.names(all)) {
            for (String place : options.names(below(all, name))) {
                List<String> path = below(all, name, place);
                options.names(path).forEach(type -> tmpfile(place, type, below(path, type)));
            }
        }
    }

    private void tmpfile(String place, String type, List<String> path) {
        Optional<Placed> content = options.at(below(path, "argument"));
        if (!type.equals("f+") || content.isEmpty() || !Shape.ABSOLUTE_PATH.matches(place)) {
            return;
        }
        file(place, content.get(), true)
                .ifPresent(
                        file -> {
                            options.text(below(path, "mode"))
                                    .filter(
                                            mode ->
                                                    Shape.MODE.matches(mode)
                                                            && !mode.equals("0644"))
                                    .ifPresent(mode -> file.put("mode", new YamlValue.Text(mode)));
                            owner(path, "user", "owner", file);
                            owner(path, "group", "group", file);
                            draft.add("files", new YamlValue.Fields(file));
                            options.taken(path, "files");
                        });
    }

    private void text(String option, String place) {
        options.text(path(option))
                .filter(text -> !text.isBlank() && !SecretTexts.isSecret(text))
                .filter(text -> !options.isSaid(path(option)))
                .ifPresent(
                        text -> {
                            String whole = text.endsWith("\n") ? text : text + "\n";
                            add(place, whole, option.startsWith("security.sudo") ? "0440" : "");
                            options.near(path(option), "files", "It is the file " + place + ".");
                        });
    }

    private void add(String place, String content, String mode) {
        var file = new LinkedHashMap<String, YamlValue>();
        file.put("path", new YamlValue.Text(place));
        if (!mode.isEmpty()) {
            file.put("mode", new YamlValue.Text(mode));
        }
        file.put("content", new YamlValue.Text(content));
        draft.add("files", new YamlValue.Fields(file));
    }

    private void rules() {
        List<String> path = path("systemd.tmpfiles.rules");
        options.texts(path)
                .filter(rules -> !rules.isEmpty())
                .ifPresent(
                        rules -> {
                            String place = "/etc/tmpfiles.d/imported.conf";
                            add(place, String.join("\n", rules) + "\n", "");
                            options.near(path, "files", "It is the file " + place + ".");
                        });
    }

    private void limits() {
        List<String> path = path("security.pam.loginLimits");
        var lines = new StringBuilder();
        for (Placed each : options.items(path)) {
            if (!(each.data() instanceof Attrs attrs) || !each.data().isLiteral()) {
                return;
            }
            for (String key : List.of("domain", "type", "item", "value")) {
                Placed value = attrs.entries().get(key);
                if (value == null) {
                    return;
                }
                lines.append(NixosOptions.text(value.data()).orElse("-"))
                        .append(key.equals("value") ? '\n' : ' ');
            }
        }
        if (!lines.isEmpty()) {
            String place = "/etc/security/limits.d/imported.conf";
            add(place, lines.toString(), "");
            options.near(path, "files", "It is the file " + place + ".");
        }
    }
}
