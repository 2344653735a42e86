package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.User;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The account files: those of the layers below, and the spec's people and groups added. */
final class AccountTables {

    private static final int FIRST_ID = 1000;
    private static final int LAST_ID = 59_999;

    /** A day in 2024, so that no password counts as expired: days since 1970. */
    private static final String LAST_CHANGE = "20000";

    /** No password fits; unlike {@code !} it does not lock the account against keys. */
    private static final String NO_PASSWORD = "*";

    private final Map<String, String[]> passwd;
    private final Map<String, String[]> group;
    private final Map<String, String[]> shadow;
    private final Map<String, String[]> gshadow;
    private final Set<Integer> reserved = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private AccountTables(LowerSystem lower) {
        passwd = parse(lower.lines("etc/passwd"), 7);
        group = parse(lower.lines("etc/group"), 4);
        shadow = parse(lower.lines("etc/shadow"), 9);
        gshadow = parse(lower.lines("etc/gshadow"), 4);
    }

    /** Numbers that the spec gives come first, so that no other account gets one of them. */
    static AccountTables of(LowerSystem lower, Accounts wanted) {
        AccountTables tables = new AccountTables(lower);
        wanted.groups().stream()
                .filter(g -> g.gid().isPresent())
                .forEach(g -> tables.numberedGroup(g.name(), g.gid().get()));
        wanted.users().stream().flatMap(u -> u.uid().stream()).forEach(tables.reserved::add);
        wanted.users().forEach(tables::addPerson);
        wanted.groups().stream()
                .filter(g -> !tables.group.containsKey(g.name()))
                .forEach(g -> tables.addGroup(g.name(), tables.freeGid()));
        wanted.users().forEach(tables::joinGroups);
        return tables;
    }

    private void numberedGroup(String name, int gid) {
        String[] known = group.get(name);
        if (known == null) {
            addGroup(name, gid);
        } else if (!known[2].equals(Integer.toString(gid))) {
            // Files of packages belong to the number.
            warnings.add("the group " + name + " of a package keeps its number " + known[2]);
        }
    }

    private void addPerson(User user) {
        String password = user.hashedPassword().orElse(NO_PASSWORD);
        String[] known = passwd.get(user.name());
        if (known != null) {
            known[6] = user.shell();
            if (!user.fullName().isEmpty()) {
                known[4] = user.fullName();
            }
            shadow.computeIfAbsent(user.name(), AccountTables::shadowLine)[1] = password;
            return;
        }
        int uid = user.uid().orElseGet(this::freeUid);
        String[] mine = group.get(user.name());
        if (mine == null) {
            int gid = idTaken(group, uid) ? freeGid() : uid;
            mine = addGroup(user.name(), gid);
        }
        passwd.put(
                user.name(),
                new String[] {
                    user.name(),
                    "x",
                    Integer.toString(uid),
                    mine[2],
                    user.fullName(),
                    "/home/" + user.name(),
                    user.shell()
                });
        String[] line = shadowLine(user.name());
        line[1] = password;
        shadow.put(user.name(), line);
    }

    private void joinGroups(User user) {
        for (String name : user.groups()) {
            String[] line = group.get(name);
            if (line == null) {
                line = addGroup(name, freeGid());
            }
            line[3] = joined(line[3], user.name());
            String[] secret = gshadow.get(name);
            if (secret != null) {
                secret[3] = joined(secret[3], user.name());
            }
        }
    }

    private String[] addGroup(String name, int gid) {
        String[] line = {name, "x", Integer.toString(gid), ""};
        group.put(name, line);
        gshadow.put(name, new String[] {name, "!", "", ""});
        return line;
    }

    private static String[] shadowLine(String name) {
        return new String[] {name, NO_PASSWORD, LAST_CHANGE, "0", "99999", "7", "", "", ""};
    }

    private static String joined(String members, String name) {
        List<String> all = new ArrayList<>(List.of(members.split(",")));
        all.removeIf(String::isEmpty);
        if (!all.contains(name)) {
            all.add(name);
        }
        return String.join(",", all);
    }

    private int freeUid() {
        return free(passwd);
    }

    private int freeGid() {
        return free(group);
    }

    private int free(Map<String, String[]> lines) {
        for (int id = FIRST_ID; id <= LAST_ID; id++) {
            if (!idTaken(lines, id) && !reserved.contains(id)) {
                return id;
            }
        }
        throw new IllegalStateException("more accounts than ids");
    }

    private static boolean idTaken(Map<String, String[]> lines, int id) {
        String text = Integer.toString(id);
        return lines.values().stream().anyMatch(line -> line[2].equals(text));
    }

    /** What could not be done, for people. */
    List<String> warnings() {
        return warnings;
    }

    OptionalInt uid(String user) {
        return id(passwd, user);
    }

    OptionalInt gid(String name) {
        return id(group, name);
    }

    private static OptionalInt id(Map<String, String[]> lines, String name) {
        if (name.matches("[0-9]{1,9}")) {
            return OptionalInt.of(Integer.parseInt(name));
        }
        return Optional.ofNullable(lines.get(name))
                .map(line -> OptionalInt.of(Integer.parseInt(line[2])))
                .orElse(OptionalInt.empty());
    }

    int primaryGroup(String user) {
        return Integer.parseInt(passwd.get(user)[3]);
    }

    String home(String user) {
        return passwd.get(user)[5];
    }

    String passwd() {
        return print(passwd);
    }

    String group() {
        return print(group);
    }

    String shadow() {
        return print(shadow);
    }

    String gshadow() {
        return print(gshadow);
    }

    private static Map<String, String[]> parse(List<String> lines, int fields) {
        Map<String, String[]> result = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", -1);
            if (!parts[0].isEmpty()) {
                String[] padded = Arrays.copyOf(parts, fields);
                Arrays.setAll(padded, i -> padded[i] == null ? "" : padded[i]);
                result.put(parts[0], padded);
            }
        }
        return result;
    }

    private static String print(Map<String, String[]> lines) {
        return lines.values().stream()
                .map(line -> String.join(":", line) + "\n")
                .collect(Collectors.joining());
    }
}
