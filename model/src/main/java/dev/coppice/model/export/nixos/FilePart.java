package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Applied;
import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Files: below /etc as NixOS keeps it, elsewhere made by systemd-tmpfiles at each start. */
final class FilePart {

    /** Before the rules of NixOS and of the spec, which may copy these files. */
    private static final String FOLDER = "00-files";

    /** Settings of PostgreSQL that the module of NixOS sets too. */
    private static final Set<String> MODULE_SETS =
            Set.of("hba_file", "ident_file", "jit", "listen_addresses", "log_destination");

    private final NixConfig config;
    private final NixConfig.Part part;

    FilePart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.FILES);
    }

    void write() {
        List<FileEntry> files = config.spec().files();
        for (int i = 0; i < files.size(); i++) {
            file(files.get(i), YamlPath.of("files", i));
        }
        if (files.stream().anyMatch(file -> file.path().matches("/usr/local/s?bin/.*"))) {
            part.lines(
                    "environment.extraInit",
                    of(
                            """
                            # Programs in /usr/local/bin are found by their names, as on Debian.
                            export PATH="$PATH:/usr/local/sbin:/usr/local/bin"
                            """),
                    List.of());
        }
    }

    private void file(FileEntry file, YamlPath path) {
        FileBody body = FileBody.of(config, file, path);
        if (!file.path().startsWith("/etc/")) {
            elsewhere(file, body, path);
            return;
        }
        switch (EtcPlace.of(file.path())) {
            case EtcPlace.Plain it -> etc(file, body, path, false);
            case EtcPlace.Lines it -> {
                part.lines(it.option(), body.text(), List.of(path));
                config.report().approximated(path, "the text of " + it.option());
            }
            case EtcPlace.Replaced it -> {
                part.set(
                        it.option(),
                        new Applied("lib.mkForce", body.text()),
                        List.of(body.origin(), path));
                config.report().approximated(path, it.option());
            }
            case EtcPlace.Settings it -> settings(it.option(), file, body, path);
            case EtcPlace.Named it -> {
                etc(file, body, path, false);
                part.set(it.option(), it.value(), List.of(path.key("path")));
                config.report().approximated(path, it.how());
            }
            case EtcPlace.Forced it -> {
                etc(file, body, path, true);
                config.report().approximated(path, it.how());
            }
            case EtcPlace.Tmpfiles it -> tmpfiles(file, body, path);
            case EtcPlace.Limits it -> limits(file, body, path);
            case EtcPlace.Unread it -> {
                etc(file, body, path, false);
                config.report()
                        .approximated(
                                path,
                                "it stands at its place, but the service of NixOS does not read"
                                        + " it: say the same with "
                                        + it.instead()
                                        + " under targets.nixos");
            }
            case EtcPlace.Impossible it -> {
                part.remark(file.path() + " is left out: " + it.why(), List.of(path));
                config.report().dropped(path, it.why());
            }
        }
    }

    private void etc(FileEntry file, FileBody body, YamlPath path, boolean force) {
        String name = file.path().substring("/etc/".length());
        NixValue content = body.inline() ? body.text() : body.source();
        set(
                name,
                body.inline() ? "text" : "source",
                force ? new Applied("lib.mkForce", content) : content,
                List.of(path.key("path"), body.origin()));
        boolean root = file.owner().equals("root") && file.group().equals("root");
        if (!root || file.mode() != 0644) {
            // A file of the store is readable by all and writable by none; others are copies.
            set(name, "mode", of(mode(file)), origins(path, "mode"));
        }
        if (!file.owner().equals("root")) {
            set(name, "user", of(file.owner()), origins(path, "owner"));
        }
        if (!file.group().equals("root")) {
            set(name, "group", of(file.group()), origins(path, "group"));
        }
        secret(file, path);
    }

    private void secret(FileEntry file, YamlPath path) {
        if ((file.mode() & 07) == 0) {
            config.report()
                    .approximated(
                            path,
                            "the file has its mode, but its text is also in the Nix store, which"
                                    + " every user may read; keep secrets with sops-nix or agenix");
        }
    }

    private void set(String name, String option, NixValue value, List<YamlPath> origins) {
        part.set(List.of("environment", "etc", name, option), value, origins);
    }

    private static String mode(FileEntry file) {
        return "%04o".formatted(file.mode());
    }

    private List<YamlPath> origins(YamlPath path, String key) {
        return config.isWritten(path.key(key)) ? List.of(path.key(key)) : List.of();
    }

    /** Made anew at each start, with owner and mode. */
    private void elsewhere(FileEntry file, FileBody body, YamlPath path) {
        List<YamlPath> origins = List.of(path);
        Attrs attrs =
                NixValue.attrs()
                        .with("mode", of(mode(file)))
                        .with("user", of(file.owner()))
                        .with("group", of(file.group()));
        if (body.known().isPresent()) {
            // tmpfiles.d(5) gives a meaning to the percent sign.
            NixValue text =
                    body.inline()
                            ? of(body.known().get().replace("%", "%%"))
                            : !body.known().get().contains("%")
                                    ? body.text()
                                    : NixValue.code(
                                            "lib.replaceStrings [ \"%\" ] [ \"%%\" ] ("
                                                    + ((NixValue.Code) body.text()).code()
                                                    + ")");
            tmpfile(file, "f+", attrs.with("argument", text), origins);
        } else {
            tmpfile(file, "r", NixValue.attrs(), origins);
            NixValue source =
                    NixValue.code("\"${" + ((NixValue.Code) body.source()).code() + "}\"");
            tmpfile(file, "C", attrs.with("argument", source), origins);
        }
        config.report()
                .approximated(
                        path,
                        body.needsInterpreter()
                                ? "made by systemd-tmpfiles at each start; the interpreter in its"
                                        + " first line is not at that place on NixOS, so write"
                                        + " #!/usr/bin/env NAME"
                                : "made by systemd-tmpfiles at each start");
    }

    private void tmpfile(FileEntry file, String type, NixValue value, List<YamlPath> origins) {
        part.set(
                List.of("systemd", "tmpfiles", "settings", FOLDER, file.path(), type),
                value,
                origins);
    }

    private void tmpfiles(FileEntry file, FileBody body, YamlPath path) {
        if (body.known().isEmpty()) {
            unreadable(file, path);
            return;
        }
        rows(body).forEach(line -> part.add("systemd.tmpfiles.rules", of(line), List.of(path)));
        config.report()
                .approximated(
                        path, "systemd.tmpfiles.rules, which NixOS keeps in a file of its own");
    }

    private static List<String> rows(FileBody body) {
        return body.known()
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void limits(FileEntry file, FileBody body, YamlPath path) {
        List<String[]> rows = rows(body).stream().map(line -> line.split("\\s+")).toList();
        if (body.known().isEmpty() || rows.stream().anyMatch(words -> words.length != 4)) {
            unreadable(file, path);
            return;
        }
        for (String[] words : rows) {
            part.add(
                    "security.pam.loginLimits",
                    NixValue.attrs()
                            .with("domain", of(words[0]))
                            .with("type", of(words[1]))
                            .with("item", of(words[2]))
                            .with("value", of(words[3])),
                    List.of(path));
        }
        config.report()
                .approximated(
                        path, "security.pam.loginLimits, which NixOS keeps in a file of its own");
    }

    /** What stands in a file of settings is set one by one. */
    private void settings(String option, FileEntry file, FileBody body, YamlPath path) {
        Optional<SequencedMap<String, NixValue>> settings =
                body.known().flatMap(SettingLines::parse);
        if (settings.isEmpty()) {
            etc(file, body, path, false);
            config.report()
                    .approximated(
                            path,
                            "it stands at its place, but NixOS does not read it: say the same with "
                                    + option
                                    + " under targets.nixos");
            return;
        }
        settings.get()
                .forEach(
                        (name, value) -> {
                            var whole = new ArrayList<>(OptionPath.parse(option));
                            whole.add(name);
                            part.set(
                                    whole,
                                    MODULE_SETS.contains(name)
                                            ? new Applied("lib.mkForce", value)
                                            : value,
                                    List.of(body.origin(), path));
                        });
        config.report().approximated(path, option);
    }

    private void unreadable(FileEntry file, YamlPath path) {
        part.remark(file.path() + " is left out: its text could not be read", List.of(path));
        config.report().dropped(path, "its text could not be read while exporting");
    }
}
