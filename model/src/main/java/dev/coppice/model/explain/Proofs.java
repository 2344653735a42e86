package dev.coppice.model.explain;

import static dev.coppice.model.explain.ProofValues.quoted;

import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that prove the fields, with the values of a spec in them. */
final class Proofs {

    private static final YamlPath KEYBOARD = YamlPath.of("keyboard");

    private final ProofValues at;
    private final UnitProofs units;
    private final MachineProofs machine;

    /**
     * @param path the place that is explained
     */
    Proofs(Optional<YNode> tree, YamlPath path) {
        this.at = new ProofValues(tree, path);
        this.units = new UnitProofs(at);
        this.machine = new MachineProofs(at);
    }

    /** The command for a field; empty when nothing in a machine shows it. */
    Optional<Proof> of(Field field) {
        String path = field.path();
        return command(top(field), path);
    }

    private static String top(Field field) {
        return field.path().replaceFirst("[.\\[].*", "");
    }

    /** Why a field has no command. */
    String silence(Field field) {
        return switch (top(field)) {
            case "spec" -> "It says how to read this file. A machine has nothing of it.";
            case "name", "description" ->
                    "It is for people and for Coppice. A machine has no copy.";
            case "includes" -> "What the included files say is proven at the fields that they set.";
            case "targets" -> "It is for other systems. A Debian machine has nothing of it.";
            case "keyboard" ->
                    "The kernel's own layout is us: no file of a machine needs to say it.";
            default -> "Once this is filled in, there is a command for it.";
        };
    }

    private Optional<Proof> command(String top, String path) {
        return switch (top) {
            case "base" -> Optional.of(base(path));
            case "hostname" -> Optional.of(at.shows("hostnamectl --static"));
            case "timezone" -> Optional.of(at.shows("timedatectl show -p Timezone --value"));
            case "locale" -> Optional.of(at.shows("cat /etc/default/locale", v -> "LANG=" + v));
            case "localeSettings" ->
                    Optional.of(
                            at.shows(
                                    "cat /etc/default/locale",
                                    v -> at.key(1).map(name -> name + "=" + v).orElse(v)));
            case "locales" -> Optional.of(at.shows("locale -a", v -> v.replace("UTF-8", "utf8")));
            case "keyboard" -> keyboard();
            case "console" -> Optional.of(console(path));
            case "ntp" -> Optional.of(time(path));
            case "users" -> at.item("name").map(name -> user(path, name));
            case "groups" -> at.item("name").map(name -> group(path, name));
            case "sudo" -> Optional.of(sudo(path));
            case "packages" -> Optional.of(packages());
            case "repositories" -> at.item("name").map(name -> repository(path, name));
            case "bundles" -> bundle(path);
            case "containers", "services", "sshd", "units", "timers" -> units.of(top, path);
            case "files" -> at.item("path").map(file -> file(path, file));
            case "network", "kernel", "storage", "checks", "machine" -> machine.of(top, path);
            default -> Optional.empty();
        };
    }

    private Proof base(String path) {
        return switch (path) {
            case "base.release" -> at.shows("cat /etc/os-release", v -> "VERSION_CODENAME=" + v);
            case "base.distribution" -> at.shows("cat /etc/os-release", v -> "ID=" + v);
            case "base.mirror" -> at.shows("cat /etc/apt/sources.list");
            default -> Proof.succeeds("cat /etc/os-release");
        };
    }

    private Optional<Proof> keyboard() {
        Proof proof = at.shows("cat /etc/default/keyboard", v -> "XKBLAYOUT=\"" + v + "\"");
        return at.text(KEYBOARD).filter("us"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(proof);
    }

    private Proof console(String path) {
        return switch (path) {
            case "console.autologin" ->
                    at.shows("systemctl cat getty@tty1.service", v -> "--autologin " + v);
            case "console.fontFace", "console.fontSize" ->
                    at.shows("cat /etc/default/console-setup", v -> "=\"" + v + "\"");
            default -> at.shows("cat /etc/default/keyboard");
        };
    }

    private Proof time(String path) {
        return switch (path) {
            case "ntp.enabled" ->
                    at.shows(
                            "timedatectl show -p NTP",
                            v -> "NTP=" + (v.equals("true") ? "yes" : "no"));
            case "ntp.servers", "ntp.servers[]" ->
                    at.shows("timedatectl show-timesync -p SystemNTPServers");
            default -> Proof.succeeds("timedatectl show -p NTP -p NTPSynchronized");
        };
    }

    private Proof user(String path, String name) {
        return switch (path) {
            case "users[].groups", "users[].groups[]" -> at.shows("id " + name, v -> "(" + v + ")");
            case "users[].hashedPassword" ->
                    at.shows(
                            "passwd --status " + name,
                            v -> name + (v.startsWith("$") ? " P " : " L "));
            case "users[].sshAuthorizedKeys", "users[].sshAuthorizedKeys[]" ->
                    at.shows("cat ~" + name + "/.ssh/authorized_keys");
            case "users[].name" -> Proof.shows("getent passwd " + name, name + ":");
            default -> at.shows("getent passwd " + name, v -> ":" + v);
        };
    }

    private Proof group(String path, String name) {
        String command = "getent group " + name;
        return path.equals("groups[].gid")
                ? at.shows(command, v -> ":" + v + ":")
                : at.shows(command);
    }

    private Proof sudo(String path) {
        String command =
                at.item("user")
                        .map(name -> "sudo -l -U " + name)
                        .orElse("cat /etc/sudoers.d/coppice");
        return switch (path) {
            case "sudo[].password" ->
                    at.here().filter("false"::equals).isPresent()
                            ? Proof.shows(command, "NOPASSWD")
                            : Proof.succeeds(command);
            // The file writes some characters of a command with a backslash.
            case "sudo[].commands[]" ->
                    new Proof(command, at.here().filter(v -> !v.matches(".*[:,=\\\\].*")));
            default -> at.shows(command);
        };
    }

    private Proof packages() {
        List<String> names =
                at.depth() > 1 ? at.here().stream().toList() : at.texts(YamlPath.of("packages"));
        String words = names.stream().map(ProofValues::quoted).collect(Collectors.joining(" "));
        return Proof.succeeds(("dpkg-query -W " + words).strip());
    }

    private Proof repository(String path, String name) {
        return switch (path) {
            case "repositories[].key", "repositories[].keySource" ->
                    Proof.succeeds("ls -l /etc/apt/keyrings/" + name + ".*");
            default -> at.shows("cat /etc/apt/sources.list.d/" + name + ".sources");
        };
    }

    private Optional<Proof> bundle(String path) {
        if (path.startsWith("bundles[].units[")) {
            return at.here()
                    .map(unit -> quoted(unit.substring(unit.lastIndexOf('/') + 1)))
                    .map(unit -> Proof.succeeds("systemctl cat " + unit));
        }
        Optional<String> to =
                path.startsWith("bundles[].files[]")
                        ? at.text(at.step(4).key("to"))
                        : Optional.empty();
        return to.or(() -> at.raw("into"))
                .or(() -> at.raw("name").map(name -> "/opt/" + name))
                .map(place -> Proof.succeeds("ls -l " + quoted(place)));
    }

    private Proof file(String path, String file) {
        return switch (path) {
            case "files[].content" ->
                    new Proof("head -40 " + file, at.here().flatMap(ProofValues::firstLine));
            case "files[].mode" ->
                    at.shows(
                            "stat -c '%04a %U:%G' " + file,
                            v -> "0".repeat(Math.max(0, 4 - v.length())) + v + " ");
            case "files[].owner" -> at.shows("stat -c '%04a %U:%G' " + file, v -> " " + v + ":");
            case "files[].group" -> at.shows("stat -c '%04a %U:%G' " + file, v -> ":" + v);
            default -> Proof.succeeds("ls -l " + file);
        };
    }
}
