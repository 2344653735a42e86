package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.export.nixos.DebianNames;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, groups, and what they may do as somebody else. */
final class NixosPeople {

    private static final Map<String, String> SHELLS =
            Map.ofEntries(
                    Map.entry("bash", "/bin/bash"),
                    Map.entry("bashInteractive", "/bin/bash"),
                    Map.entry("dash", "/bin/dash"),
                    Map.entry("fish", "/usr/bin/fish"),
                    Map.entry("zsh", "/usr/bin/zsh"),
                    Map.entry("ksh", "/usr/bin/ksh"),
                    Map.entry("mksh", "/usr/bin/mksh"),
                    Map.entry("tcsh", "/usr/bin/tcsh"),
                    Map.entry("nologin", "/usr/sbin/nologin"),
                    Map.entry("false", "/bin/false"));

    private final NixosOptions options;
    private final Draft draft;

    NixosPeople(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        options.bool(path("users.mutableUsers"))
                .filter(mutable -> !mutable)
                .ifPresent(it -> options.taken(path("users.mutableUsers"), "users"));
        List<String> users = path("users.users");
        options.names(users).forEach(name -> user(name, below(users, name)));
        List<String> extra = path("users.extraUsers");
        options.names(extra).forEach(name -> user(name, below(extra, name)));
        List<String> groups = path("users.groups");
        options.names(groups).forEach(name -> group(name, below(groups, name)));
        sudo();
    }

    /** Accounts of services are for NixOS alone. */
    private void user(String name, List<String> path) {
        boolean person =
                name.equals("root") || options.bool(below(path, "isNormalUser")).orElse(false);
        if (!person || !Shape.USER_NAME.matches(name)) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        options.taken(below(path, "isNormalUser"), "users[].name");
        for (String option : options.names(path)) {
            field(below(path, option), option, name, fields);
        }
        if (fields.size() > 1 || !name.equals("root")) {
            draft.add("users", new YamlValue.Fields(fields));
        }
    }

    private void field(
            List<String> path, String option, String name, Map<String, YamlValue> fields) {
        Optional<String> text = options.text(path);
        switch (option) {
            case "uid" ->
                    put(
                            path,
                            fields,
                            "uid",
                            text.filter(t -> t.matches("[1-5]?\\d{4}"))
                                    .map(t -> new YamlValue.Int(Long.parseLong(t))));
            case "description" ->
                    put(
                            path,
                            fields,
                            "fullName",
                            text.filter(Shape.FULL_NAME::matches).map(YamlValue.Text::new));
            case "shell" -> put(path, fields, "shell", shell(path).map(YamlValue.Text::new));
            case "hashedPassword", "initialHashedPassword" ->
                    put(
                            path,
                            fields,
                            "hashedPassword",
                            text.filter(Shape.PASSWORD_HASH::matches).map(YamlValue.Text::new));
            case "password", "initialPassword" ->
                    options.dropped(path, CloudInitKeys.whyNot("chpasswd"));
            case "extraGroups" ->
                    put(
                            path,
                            fields,
                            "groups",
                            options.texts(path)
                                    .filter(all -> all.stream().allMatch(Shape.USER_NAME::matches))
                                    .map(
                                            all ->
                                                    Draft.texts(
                                                            all.stream()
                                                                    .map(DebianNames::group)
                                                                    .distinct()
                                                                    .toList())));
            case "group" ->
                    text.filter(group -> group.equals(name) || group.equals("users"))
                            .ifPresent(group -> options.taken(path, "users[].name"));
            case "home" ->
                    text.filter(("/home/" + name)::equals)
                            .ifPresent(home -> options.taken(path, "users[].name"));
            case "createHome" -> options.taken(path, "users[].name");
            case "openssh" -> keys(below(path, "authorizedKeys", "keys"), fields);
            default -> {}
        }
    }

    private void put(
            List<String> path,
            Map<String, YamlValue> fields,
            String field,
            Optional<? extends YamlValue> value) {
        value.ifPresent(
                it -> {
                    fields.put(field, it);
                    options.taken(path, "users[]." + field);
                });
    }

    private void keys(List<String> path, Map<String, YamlValue> fields) {
        Optional<List<String>> keys = options.texts(path);
        List<String> right =
                keys.orElse(List.of()).stream()
                        .map(String::strip)
                        .filter(Shape.SSH_KEY::matches)
                        .toList();
        if (keys.isPresent() && right.size() == keys.get().size()) {
            fields.put("sshAuthorizedKeys", Draft.texts(right));
            options.taken(path, "users[].sshAuthorizedKeys");
        }
    }

    /** A package of a shell, or a path. */
    private Optional<String> shell(List<String> path) {
        Placed value = options.at(path).orElseThrow();
        return switch (value.data()) {
            case NixData.Symbol symbol -> Optional.ofNullable(SHELLS.get(symbol.path().getLast()));
            case NixData.Text(String text) ->
                    Optional.of(DebianNames.command(text)).filter(Shape.ABSOLUTE_PATH::matches);
            case NixData.Unknown _ -> {
                String code = options.verbatim(value);
                yield code.matches("(?s).*\\$\\{pkgs\\.\\w+}/bin/\\w+\";?")
                        ? Optional.ofNullable(SHELLS.get(code.replaceAll("(?s).*/|\";?$", "")))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** A user's own group is made with the user. */
    private void group(String name, List<String> path) {
        List<String> known = options.names(path);
        boolean plain = List.of("gid", "members").containsAll(known);
        if (!plain || !Shape.USER_NAME.matches(name)) {
            return;
        }
        Optional<Long> gid = options.number(below(path, "gid"));
        boolean own =
                options.text(path("users.users." + name + ".group"))
                        .filter(name::equals)
                        .isPresent();
        if (own && known.isEmpty()) {
            options.taken(path, "users[].name");
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        gid.ifPresent(number -> fields.put("gid", new YamlValue.Int(number)));
        draft.add("groups", new YamlValue.Fields(fields));
        if (known.contains("members")) {
            options.taken(below(path, "gid"), "groups[].gid");
        } else {
            options.taken(path, "groups");
        }
    }

    private void sudo() {
        List<String> rules = path("security.sudo.extraRules");
        var made = new ArrayList<YamlValue>();
        for (Placed rule : options.items(rules)) {
            if (!rule(rule, made)) {
                return;
            }
        }
        made.forEach(rule -> draft.add("sudo", rule));
        if (!made.isEmpty()) {
            options.taken(rules, "sudo");
        }
        List<String> wheel = path("security.sudo.wheelNeedsPassword");
        options.bool(wheel)
                .filter(needs -> !needs)
                .ifPresent(
                        needs -> {
                            var all = new LinkedHashMap<String, YamlValue>();
                            all.put("group", new YamlValue.Text("sudo"));
                            all.put("runAs", new YamlValue.Text("ALL"));
                            all.put("password", new YamlValue.Bool(false));
                            draft.add("sudo", new YamlValue.Fields(all));
                            options.taken(wheel, "sudo");
                        });
        options.bool(path("security.sudo.enable"))
                .filter(on -> on)
                .ifPresent(
                        on -> {
                            draft.add("packages", new YamlValue.Text("sudo"));
                            options.taken(path("security.sudo.enable"), "packages");
                        });
    }

    private boolean rule(Placed rule, List<YamlValue> made) {
        if (!(rule.data() instanceof Attrs attrs)
                || !List.of("users", "groups", "runAs", "commands")
                        .containsAll(attrs.entries().keySet())) {
            return false;
        }
        List<String> users = texts(attrs, "users");
        List<String> groups = texts(attrs, "groups");
        String runAs = text(attrs, "runAs").orElse("ALL");
        var free = new ArrayList<String>();
        var asked = new ArrayList<String>();
        Placed commands = attrs.entries().get("commands");
        if (commands == null
                || !(commands.data() instanceof NixData.Items(List<Placed> items))
                || users.isEmpty() && groups.isEmpty()
                || runAs.contains(":") && !runAs.equals("ALL:ALL")) {
            return false;
        }
        for (Placed each : items) {
            Optional<String> plain = NixosOptions.text(each.data());
            if (plain.isPresent()) {
                asked.add(plain.get());
            } else if (each.data() instanceof Attrs command
                    && text(command, "command").isPresent()
                    && List.of("NOPASSWD").containsAll(texts(command, "options"))) {
                (texts(command, "options").isEmpty() ? asked : free)
                        .add(text(command, "command").get());
            } else {
                return false;
            }
        }
        for (var list : List.of(asked, free)) {
            if (!list.isEmpty()) {
                users.forEach(user -> made.add(rule("user", user, runAs, list, list == asked)));
                groups.stream()
                        .map(DebianNames::group)
                        .forEach(
                                group ->
                                        made.add(rule("group", group, runAs, list, list == asked)));
            }
        }
        return true;
    }

    private static YamlValue rule(
            String kind, String who, String runAs, List<String> commands, boolean password) {
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put(kind, new YamlValue.Text(who));
        fields.put("commands", Draft.texts(commands.stream().map(DebianNames::command).toList()));
        fields.put("runAs", new YamlValue.Text(runAs.replace("ALL:ALL", "ALL")));
        fields.put("password", new YamlValue.Bool(password));
        return new YamlValue.Fields(fields);
    }

    private static List<String> texts(Attrs attrs, String name) {
        return Optional.ofNullable(attrs.entries().get(name))
                .flatMap(value -> NixosOptions.texts(value.data()))
                .orElse(List.of());
    }

    private static Optional<String> text(Attrs attrs, String name) {
        return Optional.ofNullable(attrs.entries().get(name))
                .flatMap(value -> NixosOptions.text(value.data()));
    }
}
