package dev.coppice.model.export.debian;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Shell commands that make the accounts of a spec in a new system: groupadd(8), useradd(8). */
public final class AccountCommands {

    /** No password fits; unlike {@code !} it does not lock the account against keys. */
    private static final String NO_PASSWORD = "*";

    private final Accounts accounts;
    private final List<Line> commands = new ArrayList<>();

    private AccountCommands(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One command to a line. */
    public static List<Line> of(SystemSpec spec) {
        Accounts accounts = spec.accounts();
        var made = new AccountCommands(accounts);
        for (int i = 0; i < accounts.groups().size(); i++) {
            made.group(accounts.groups().get(i), YamlPath.of("groups", i));
        }
        for (int i = 0; i < accounts.users().size(); i++) {
            made.user(accounts.users().get(i), YamlPath.of("users", i));
        }
        HomeFolders.of(spec).forEach(made::folder);
        return List.copyOf(made.commands);
    }

    private void group(Accounts.Group group, YamlPath path) {
        group.gid()
                .ifPresentOrElse(
                        gid ->
                                add(
                                        "getent group "
                                                + group.name()
                                                + " > /dev/null || groupadd --gid "
                                                + gid
                                                + " "
                                                + group.name(),
                                        path.key("name"),
                                        path.key("gid")),
                        () -> add("groupadd --force " + group.name(), path.key("name")));
    }

    private void user(User user, YamlPath path) {
        if (!user.name().equals("root")) {
            account(user, path);
        } else {
            add("usermod --shell " + quote(user.shell()) + " root", path.key("shell"));
        }
        for (int i = 0; i < user.groups().size(); i++) {
            String group = user.groups().get(i);
            YamlPath origin = path.key("groups").index(i);
            add("groupadd --force " + group, origin);
            add("usermod --append --groups " + group + " " + user.name(), origin);
        }
        add(
                "usermod --password "
                        + quote(user.hashedPassword().orElse(NO_PASSWORD))
                        + " "
                        + user.name(),
                path.key("hashedPassword"));
        if (!user.sshAuthorizedKeys().isEmpty()) {
            add(
                    "install -d -m 0700 -o %1$s -g \"$(id -gn %1$s)\" %2$s/.ssh"
                            .formatted(user.name(), PlacedFiles.home(user)),
                    path.key("sshAuthorizedKeys"));
        }
    }

    private void folder(HomeFolders.Folder folder) {
        String path = quote(folder.path());
        add(
                "[ -d %1$s ] || install -d -o %2$s -g \"$(id -gn %2$s)\" %1$s"
                        .formatted(path, folder.user()),
                folder.origin());
    }

    private void account(User user, YamlPath path) {
        // Debian's useradd(8) makes homes that everybody can read.
        var words =
                new StringBuilder(
                        "useradd --create-home --key HOME_MODE=0700 --shell "
                                + quote(user.shell()));
        var origins = new ArrayList<YamlPath>(List.of(path.key("name"), path.key("shell")));
        user.uid()
                .ifPresent(
                        uid -> {
                            words.append(" --uid ").append(uid);
                            origins.add(path.key("uid"));
                        });
        if (!user.fullName().isEmpty()) {
            words.append(" --comment ").append(quote(user.fullName()));
            origins.add(path.key("fullName"));
        }
        if (accounts.groups().stream().anyMatch(group -> group.name().equals(user.name()))) {
            words.append(" --gid ").append(user.name());
        }
        // An account that a package has made stays.
        add(
                "id " + user.name() + " > /dev/null 2>&1 || " + words + " " + user.name(),
                origins.toArray(YamlPath[]::new));
    }

    private void add(String command, YamlPath... origins) {
        commands.add(new Line(command, List.of(origins)));
    }
}
