package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a spec of a machine that was looked at. */
public final class MachineImporter {

    /** Kernels, boot loaders and the like: a generation has its own. */
    private static final String OF_THE_HARDWARE =
            "(linux-(image|headers)|grub|shim|efibootmgr|firmware-|intel-microcode"
                    + "|amd64-microcode|initramfs-tools|os-prober|task-|tasksel|installation-report"
                    + "|discover|laptop-detect|cloud-init|cloud-initramfs|cloud-guest).*";

    private static final String NO_NAME = "A spec cannot name it.";

    private final SpecSchema schema;

    public MachineImporter(SpecSchema schema) {
        this.schema = schema;
    }

    /** What is read, for people. */
    public String format() {
        return "a machine";
    }

    /**
     * Makes a spec.
     *
     * @param name the system's name in the spec
     */
    public Import read(MachineSnapshot machine, String name) {
        var draft = new Draft();
        var notes = new ArrayList<ImportNote>();
        draft.set("name", name);
        release(machine, draft, notes);
        names(machine, draft, notes);
        new MachinePeople(machine, draft, notes).take();
        packages(machine, draft, notes);
        units(machine, draft, notes);
        files(machine, draft, notes);
        machine.unreadable()
                .forEach((path, why) -> notes.add(note(path, Outcome.DROPPED, "", why)));
        return new Import(draft.write(schema, format(), notes), notes);
    }

    static ImportNote note(String path, Outcome outcome, String target, String reason) {
        return new ImportNote(path, Optional.empty(), outcome, target, reason, "");
    }

    private static void release(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        Map<String, String> os =
                ConfigLines.variables(machine.texts().getOrDefault("/etc/os-release", ""));
        String release = os.getOrDefault("VERSION_CODENAME", "");
        boolean same =
                os.getOrDefault("ID", "").equals("debian")
                        && Set.of("bookworm", "trixie").contains(release);
        draft.set("base", "distribution", new YamlValue.Text("debian"));
        draft.set("base", "release", new YamlValue.Text(same ? release : "bookworm"));
        notes.add(
                same
                        ? note("/etc/os-release", Outcome.TAKEN, "base.release", "")
                        : note(
                                "/etc/os-release",
                                Outcome.APPROXIMATED,
                                "base.release",
                                "The machine runs "
                                        + os.getOrDefault("PRETTY_NAME", "another system")
                                        + "; the spec is for Debian bookworm."));
    }

    private static void names(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        field(machine, draft, notes, "/etc/hostname", "hostname", Shape.HOST_NAME);
        field(machine, draft, notes, "/etc/timezone", "timezone", Shape.TIMEZONE);
        var settings = new SettingTexts(draft);
        for (String path :
                List.of(
                        "/etc/default/locale",
                        "/etc/locale.gen",
                        "/etc/default/keyboard",
                        "/etc/default/console-setup",
                        "/etc/hosts")) {
            String text = machine.texts().get(path);
            if (text != null) {
                boolean taken = settings.take(path, text);
                notes.add(
                        taken
                                ? note(path, Outcome.TAKEN, target(path), "")
                                : note(
                                        path,
                                        Outcome.DROPPED,
                                        "",
                                        "It says more than a spec can, or nothing."));
            }
        }
    }

    private static String target(String path) {
        return switch (path) {
            case "/etc/default/locale" -> "locale";
            case "/etc/locale.gen" -> "locales";
            case "/etc/default/keyboard" -> "keyboard";
            case "/etc/default/console-setup" -> "console";
            default -> "network.hosts";
        };
    }

    private static void field(
            MachineSnapshot machine,
            Draft draft,
            List<ImportNote> notes,
            String path,
            String field,
            Shape shape) {
        Optional.ofNullable(machine.texts().get(path))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(
                        text -> {
                            if (shape.matches(text)) {
                                draft.set(field, text);
                                notes.add(note(path, Outcome.TAKEN, field, ""));
                            } else {
                                notes.add(
                                        note(
                                                path,
                                                Outcome.DROPPED,
                                                "",
                                                "It is not " + shape.noun() + "."));
                            }
                        });
    }

    private static void packages(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        int base = 0;
        int automatic = 0;
        for (MachineSnapshot.Installed each : machine.packages()) {
            if (!each.byHand()) {
                automatic++;
            } else if (each.base()) {
                base++;
            } else if (each.name().matches(OF_THE_HARDWARE)) {
                notes.add(
                        note(
                                "package " + each.name(),
                                Outcome.DROPPED,
                                "",
                                "It is about the hardware or the installation; a generation has"
                                        + " its own kernel and needs no boot loader."));
            } else if (Shape.PACKAGE.matches(each.name())) {
                draft.add("packages", new YamlValue.Text(each.name()));
                notes.add(note("package " + each.name(), Outcome.TAKEN, "packages", ""));
            } else {
                notes.add(note("package " + each.name(), Outcome.DROPPED, "", NO_NAME));
            }
        }
        if (base + automatic > 0) {
            notes.add(
                    note(
                            "packages",
                            Outcome.APPROXIMATED,
                            "packages",
                            base
                                    + " packages are part of every Debian, and "
                                    + automatic
                                    + " come with others; they are not named."));
        }
    }

    private static void units(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        machine.units()
                .forEach(
                        (unit, on) -> {
                            if (Shape.UNIT_NAME.matches(unit)) {
                                draft.set("services", unit, state("enabled", on));
                                notes.add(
                                        note(
                                                "unit " + unit,
                                                Outcome.TAKEN,
                                                "services." + unit,
                                                ""));
                            } else {
                                notes.add(note("unit " + unit, Outcome.DROPPED, "", NO_NAME));
                            }
                        });
        for (String unit : machine.masked()) {
            if (Shape.UNIT_NAME.matches(unit)) {
                draft.set("services", unit, state("masked", true));
                notes.add(note("unit " + unit, Outcome.TAKEN, "services." + unit, ""));
            } else {
                notes.add(note("unit " + unit, Outcome.DROPPED, "", NO_NAME));
            }
        }
    }

    private static YamlValue state(String key, boolean value) {
        return Draft.record(Map.of(key, new YamlValue.Bool(value)));
    }

    private static void files(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        var settings = new SettingTexts(draft);
        for (MachineSnapshot.Found file : machine.files()) {
            String kind = file.added() ? "" : "It is a changed file of a package.";
            if (file.text().isEmpty()) {
                notes.add(note(file.path(), Outcome.DROPPED, "", file.why()));
            } else if (SecretTexts.isSecret(file.text().get())) {
                notes.add(
                        note(
                                file.path(),
                                Outcome.DROPPED,
                                "",
                                "It is a private key, and secrets do not belong in a spec."));
            } else if (SecretTexts.seemsSecret(file.text().get())) {
                notes.add(
                        note(
                                file.path(),
                                Outcome.DROPPED,
                                "",
                                "It seems to hold a password or a token; it is not copied."));
            } else if (said(settings, file)) {
                notes.add(note(file.path(), Outcome.TAKEN, "", kind));
            } else if (!Shape.ABSOLUTE_PATH.matches(file.path())) {
                notes.add(note(file.path(), Outcome.DROPPED, "", NO_NAME));
            } else {
                draft.add("files", entry(file));
                boolean owned =
                        Shape.USER_NAME.matches(file.owner())
                                && Shape.USER_NAME.matches(file.group());
                notes.add(
                        owned
                                ? note(file.path(), Outcome.TAKEN, "files", kind)
                                : note(
                                        file.path(),
                                        Outcome.APPROXIMATED,
                                        "files",
                                        "It belonged to "
                                                + file.owner()
                                                + ":"
                                                + file.group()
                                                + ", whom a spec cannot name."));
            }
        }
        settings.finish();
        settings.timers().forEach(timer -> draft.remove("services", timer));
    }

    /** Settings of the kernel are settings whatever their file is called. */
    private static boolean said(SettingTexts settings, MachineSnapshot.Found file) {
        String path = file.path();
        String text = file.text().orElse("");
        List<String> lines = ConfigLines.of(text);
        if (path.matches("/etc/sysctl\\.(conf|d/[^/]+\\.conf)")) {
            return settings.sysctl(lines);
        } else if (path.matches("/etc/(modules|modules-load\\.d/[^/]+\\.conf)")) {
            return settings.modules(lines);
        } else if (path.matches("/etc/sudoers\\.d/[^/]+")) {
            return settings.sudo(lines);
        }
        return settings.take(path, text);
    }

    private static YamlValue entry(MachineSnapshot.Found file) {
        var entry = new LinkedHashMap<String, YamlValue>();
        entry.put("path", new YamlValue.Text(file.path()));
        entry.put("content", new YamlValue.Text(file.text().orElse("")));
        if (file.mode() != 0644) {
            entry.put("mode", new YamlValue.Text("%04o".formatted(file.mode())));
        }
        if (!file.owner().equals("root") && Shape.USER_NAME.matches(file.owner())) {
            entry.put("owner", new YamlValue.Text(file.owner()));
        }
        if (!file.group().equals("root") && Shape.USER_NAME.matches(file.group())) {
            entry.put("group", new YamlValue.Text(file.group()));
        }
        return new YamlValue.Fields(entry);
    }
}
