package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts of people: passwd(5), group(5), shadow(5). Those of services come with packages. */
final class MachinePeople {

    private static final int FIRST = 1000;
    private static final int LAST = 59_999;

    private final MachineSnapshot machine;
    private final Draft draft;
    private final List<ImportNote> notes;
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, List<String>> memberships = new HashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    MachinePeople(MachineSnapshot machine, Draft draft, List<ImportNote> notes) {
        this.machine = machine;
        this.draft = draft;
        this.notes = notes;
    }

    private List<String[]> rows(String path, int columns) {
        List<String[]> all =
                machine.texts()
                        .getOrDefault(path, "")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(":", -1))
                        .toList();
        List<String[]> rows = all.stream().filter(row -> row.length >= columns).toList();
        if (rows.size() < all.size()) {
            int wrong = all.size() - rows.size();
            notes.add(
                    MachineImporter.note(
                            path,
                            Outcome.DROPPED,
                            "",
                            wrong == 1
                                    ? "One line of it has too few columns."
                                    : wrong + " lines of it have too few columns."));
        }
        return rows;
    }

    void take() {
        rows("/etc/shadow", 2).forEach(row -> hashes.put(row[0], row[1]));
        for (String[] row : rows("/etc/group", 4)) {
            if (row[2].matches("\\d{1,9}")) {
                groups.put(row[0], Integer.parseInt(row[2]));
            }
            for (String member : row[3].split(",")) {
                memberships.computeIfAbsent(member, m -> new ArrayList<>()).add(row[0]);
            }
        }
        var own = new ArrayList<String>();
        for (String[] row : rows("/etc/passwd", 7)) {
            int uid = row[2].matches("\\d{1,9}") ? Integer.parseInt(row[2]) : -1;
            if (uid >= FIRST && uid <= LAST && Shape.USER_NAME.matches(row[0])) {
                own.add(row[0]);
                person(row, uid);
            } else if (uid == 0 && row[0].equals("root")) {
                root(row);
            } else if (uid < 0 || uid >= FIRST && uid <= LAST) {
                notes.add(
                        MachineImporter.note(
                                "user " + row[0],
                                Outcome.DROPPED,
                                "",
                                "A spec cannot have an account of this name or number."));
            }
        }
        groups.forEach(
                (name, gid) -> {
                    if (gid >= FIRST
                            && gid <= LAST
                            && !own.contains(name)
                            && Shape.USER_NAME.matches(name)) {
                        var group = new LinkedHashMap<String, YamlValue>();
                        group.put("name", new YamlValue.Text(name));
                        group.put("gid", new YamlValue.Int(gid));
                        draft.add("groups", new YamlValue.Fields(group));
                        notes.add(
                                MachineImporter.note("group " + name, Outcome.TAKEN, "groups", ""));
                    }
                });
    }

    private void person(String[] row, int uid) {
        var user = new LinkedHashMap<String, YamlValue>();
        user.put("name", new YamlValue.Text(row[0]));
        user.put("uid", new YamlValue.Int(uid));
        String fullName = row[4].split(",", -1)[0];
        if (!fullName.isBlank()) {
            user.put("fullName", new YamlValue.Text(fullName));
        }
        List<String> groups =
                memberships.getOrDefault(row[0], List.of()).stream()
                        .filter(group -> Shape.USER_NAME.matches(group) && !group.equals(row[0]))
                        .toList();
        if (!groups.isEmpty()) {
            user.put("groups", Draft.texts(groups));
        }
        login(row, user);
        draft.add("users", new YamlValue.Fields(user));
        boolean home = row[5].equals("/home/" + row[0]);
        notes.add(
                home
                        ? MachineImporter.note("user " + row[0], Outcome.TAKEN, "users", "")
                        : MachineImporter.note(
                                "user " + row[0],
                                Outcome.APPROXIMATED,
                                "users",
                                "The home is /home/" + row[0] + " rather than " + row[5] + "."));
    }

    /** Root is an entry only when something is said of how root logs in. */
    private void root(String[] row) {
        var user = new LinkedHashMap<String, YamlValue>();
        user.put("name", new YamlValue.Text("root"));
        login(row, user);
        if (user.size() > 1) {
            draft.add("users", new YamlValue.Fields(user));
            notes.add(MachineImporter.note("user root", Outcome.TAKEN, "users", ""));
        }
    }

    private void login(String[] row, Map<String, YamlValue> user) {
        if (!row[6].equals("/bin/bash") && Shape.ABSOLUTE_PATH.matches(row[6])) {
            user.put("shell", new YamlValue.Text(row[6]));
        }
        String hash = hashes.getOrDefault(row[0], "");
        if (hash.length() > 1 && Shape.PASSWORD_HASH.matches(hash)) {
            user.put("hashedPassword", new YamlValue.Text(hash));
        } else if (hash.length() > 1 && !hash.matches("[!*].*")) {
            notes.add(
                    MachineImporter.note(
                            "password of " + row[0],
                            Outcome.DROPPED,
                            "",
                            "It is hashed in a way that a spec does not know."));
        } else if (hash.isEmpty() && hashes.containsKey(row[0])) {
            notes.add(
                    MachineImporter.note(
                            "password of " + row[0],
                            Outcome.DROPPED,
                            "",
                            "There is none, so anybody could log in; here nobody can."));
        }
        List<String> keys =
                machine.keys().getOrDefault(row[0], List.of()).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        List<String> right = keys.stream().filter(Shape.SSH_KEY::matches).toList();
        if (!right.isEmpty()) {
            user.put("sshAuthorizedKeys", Draft.texts(right));
        }
        if (right.size() < keys.size()) {
            notes.add(
                    MachineImporter.note(
                            "keys of " + row[0],
                            Outcome.DROPPED,
                            "",
                            keys.size() - right.size() + " lines are no keys that a spec knows."));
        }
    }
}
