package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.flag;
import static dev.coppice.model.analysis.Reading.maybe;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;
import static dev.coppice.model.analysis.Reading.texts;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.User;

import java.util.List;

/** Binds users, groups and sudo rules. */
final class AccountsBinder {

    private static final List<String> EVERY_COMMAND = List.of("ALL");

    private AccountsBinder() {}

    static Accounts accounts(Bound.Fields root) {
        return new Accounts(
                root.records("users").stream().map(AccountsBinder::user).toList(),
                root.records("groups").stream()
                        .map(group -> new Accounts.Group(text(group, "name"), maybe(group, "gid")))
                        .toList(),
                root.records("sudo").stream().map(AccountsBinder::sudo).toList());
    }

    private static User user(Bound.Fields user) {
        return new User(
                text(user, "name"),
                maybe(user, "uid"),
                text(user, "fullName"),
                texts(user, "groups"),
                text(user, "shell"),
                optional(user, "hashedPassword"),
                texts(user, "sshAuthorizedKeys"));
    }

    private static Accounts.SudoRule sudo(Bound.Fields rule) {
        List<String> commands = texts(rule, "commands");
        return new Accounts.SudoRule(
                optional(rule, "user"),
                optional(rule, "group"),
                commands.isEmpty() ? EVERY_COMMAND : commands,
                text(rule, "runAs"),
                flag(rule, "password").orElseThrow());
    }
}
