package dev.coppice.model.diff;

import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Compares users, groups and sudo rules. */
record AccountsDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        var users = new Collector("users", changes);
        users.named(
                "user",
                (thing, i) -> YamlPath.of("users", i),
                before.accounts().users(),
                after.accounts().users(),
                User::name,
                (pair, path) -> user(pair, path, users));
        var groups = new Collector("groups", changes);
        groups.named(
                "group",
                (thing, i) -> YamlPath.of("groups", i),
                before.accounts().groups(),
                after.accounts().groups(),
                Accounts.Group::name,
                (pair, path) ->
                        groups.optional(
                                "group " + pair.name() + ": " + labels.of("groups[].gid"),
                                path.key("gid"),
                                pair.before().gid().map(String::valueOf),
                                pair.after().gid().map(String::valueOf)));
        new Collector("sudo", changes)
                .values(
                        "sudo rule",
                        YamlPath.of("sudo"),
                        before.accounts().sudo(),
                        after.accounts().sudo(),
                        AccountsDiff::rule);
    }

    private void user(Collector.Pair<User> pair, YamlPath path, Collector to) {
        User old = pair.before();
        User now = pair.after();
        String who = "user " + pair.name() + ": ";
        to.optional(
                who + labels.of("users[].uid"),
                path.key("uid"),
                old.uid().map(String::valueOf),
                now.uid().map(String::valueOf));
        to.value(
                who + labels.of("users[].fullName"),
                path.key("fullName"),
                old.fullName(),
                now.fullName());
        to.value(
                who + labels.of("users[].groups"),
                path.key("groups"),
                Texts.list(old.groups().stream().sorted().toList()),
                Texts.list(now.groups().stream().sorted().toList()));
        to.value(who + labels.of("users[].shell"), path.key("shell"), old.shell(), now.shell());
        password(old.hashedPassword(), now.hashedPassword(), who, path, to);
        to.values(
                who + labels.of("users[].sshAuthorizedKeys[]"),
                path.key("sshAuthorizedKeys"),
                old.sshAuthorizedKeys(),
                now.sshAuthorizedKeys(),
                Texts::key);
    }

    /** A hash is never shown; that it is another one is all that matters. */
    private void password(
            Optional<String> before,
            Optional<String> after,
            String who,
            YamlPath user,
            Collector to) {
        String now = after.map(hash -> before.isPresent() ? "another hash" : "set").orElse("");
        if (!before.equals(after)) {
            to.value(
                    who + labels.of("users[].hashedPassword"),
                    user.key("hashedPassword"),
                    before.map(hash -> "set").orElse(""),
                    now);
        }
    }

    private static String rule(Accounts.SudoRule rule) {
        return rule.who()
                + " as "
                + rule.runAs()
                + (rule.password() ? ": " : " without a password: ")
                + Texts.list(rule.commands());
    }
}
