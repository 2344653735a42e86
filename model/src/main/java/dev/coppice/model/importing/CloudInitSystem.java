package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.Optional;

/** Host name, region, time, swap and the SSH server. */
final class CloudInitSystem {

    private final Foreign source;
    private final Draft draft;

    CloudInitSystem(Foreign source, Draft draft) {
        this.source = source;
        this.draft = draft;
    }

    boolean take(String key) {
        YamlPath path = YamlPath.of(key);
        switch (key) {
            case "hostname" -> text(path, "hostname", Shape.HOST_NAME);
            case "fqdn" -> fqdn(path);
            case "timezone" -> text(path, "timezone", Shape.TIMEZONE);
            case "locale" -> text(path, "locale", Shape.LOCALE);
            case "keyboard" -> keyboard(path);
            case "ntp" -> ntp(path);
            case "swap" -> swap(path);
            case "ssh_pwauth" -> sshd(path, "PasswordAuthentication", false);
            case "disable_root" -> sshd(path, "PermitRootLogin", true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void text(YamlPath path, String field, Shape shape) {
        Optional<String> text = source.text(path).filter(shape::matches);
        if (text.isEmpty()) {
            source.dropped(path, "It is not " + shape.noun() + ".");
            return;
        }
        draft.set(field, text.get());
        source.taken(path, field);
    }

    /** The first label is the host name; the domain belongs to the network. */
    private void fqdn(YamlPath path) {
        String first = source.text(path).orElse("").split("\\.", 2)[0];
        if (!Shape.HOST_NAME.matches(first)) {
            source.dropped(path, "It is not a host name.");
        } else if (source.text(YamlPath.of("hostname")).isPresent()) {
            source.dropped(path, "The host name is taken from hostname.");
        } else {
            draft.set("hostname", first);
            source.near(path, "hostname", "Only the part before the first dot is taken.");
        }
    }

    private void keyboard(YamlPath path) {
        for (String key : source.keys(path)) {
            YamlPath child = path.key(key);
            Optional<String> text = source.text(child);
            switch (key) {
                case "layout" -> text(child, "keyboard", Shape.KEYBOARD);
                case "model" -> console(child, text, "keyboardModel");
                case "variant" -> console(child, text, "keyboardVariant");
                case "options" -> {
                    draft.set("console", "keyboardOptions", Draft.texts(source.texts(child)));
                    source.taken(child, "console.keyboardOptions");
                }
                default -> source.dropped(child, CloudInitKeys.whyNot(key));
            }
        }
    }

    private void console(YamlPath path, Optional<String> text, String field) {
        text.ifPresentOrElse(
                value -> {
                    draft.set("console", field, new YamlValue.Text(value));
                    source.taken(path, "console." + field);
                },
                () -> source.dropped(path, "It says nothing."));
    }

    private void ntp(YamlPath path) {
        var servers = new ArrayList<String>();
        for (String key : source.keys(path)) {
            YamlPath child = path.key(key);
            switch (key) {
                case "servers", "pools" -> {
                    servers.addAll(source.texts(child));
                    source.taken(child, "ntp.servers");
                }
                case "enabled" -> {
                    boolean on = source.bool(child).orElse(true);
                    draft.set("ntp", "enabled", new YamlValue.Bool(on));
                    source.taken(child, "ntp.enabled");
                }
                default ->
                        source.dropped(
                                child, "systemd-timesyncd keeps the time; it has no such setting.");
            }
        }
        if (!servers.isEmpty()) {
            draft.set("ntp", "servers", Draft.texts(servers));
        }
    }

    private void swap(YamlPath path) {
        String size = source.text(path.key("size")).orElse("");
        String spec =
                size.matches("\\d+")
                        ? Math.max(
                                        1,
                                        Long.parseLong(
                                                        size.substring(
                                                                0, Math.min(15, size.length())))
                                                >> 20)
                                + "M"
                        : size;
        if (Shape.SIZE.matches(spec)) {
            draft.set("storage", "swap", new YamlValue.Text(spec));
            source.near(path, "storage.swap", "The size is taken; where it lies is up to Coppice.");
        } else {
            source.dropped(path, "Its size is not a number with M or G. Set storage.swap.");
        }
    }

    private void sshd(YamlPath path, String keyword, boolean turned) {
        Optional<Boolean> on = source.bool(path);
        if (on.isEmpty()) {
            source.dropped(path, "It is neither true nor false.");
            return;
        }
        String value = on.get() != turned ? "yes" : "no";
        draft.set("sshd", keyword, new YamlValue.Text(value));
        source.taken(path, "sshd." + keyword);
    }
}
