package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.Set;
import java.util.function.Consumer;

/** Accounts do not clash with the system's, and their passwords are well hashed. */
final class UserRule implements Rule {

    /** Accounts of Debian's base-passwd and of the packages that every image has. */
    private static final Set<String> SYSTEM_ACCOUNTS =
            Set.of(
                    "daemon",
                    "bin",
                    "sys",
                    "sync",
                    "games",
                    "man",
                    "lp",
                    "mail",
                    "news",
                    "uucp",
                    "proxy",
                    "www-data",
                    "backup",
                    "list",
                    "irc",
                    "_apt",
                    "nobody",
                    "messagebus",
                    "systemd-network",
                    "systemd-timesync",
                    "systemd-resolve",
                    "sshd");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields user : context.root().records("users")) {
            user.text("name").ifPresent(name -> name(user, name, findings));
            user.text("hashedPassword")
                    .filter(hash -> hash.value().startsWith("$1$"))
                    .ifPresent(
                            hash ->
                                    findings.accept(
                                            Finding.at(
                                                    hash.path(),
                                                    DiagnosticCode.WEAK_HASH,
                                                    "an MD5 hash is quickly guessed",
                                                    "Make a better one with `mkpasswd -m yescrypt`"
                                                            + " or `openssl passwd -6`.")));
        }
    }

    private static void name(
            Bound.Fields user, Bound.Value<String> name, Consumer<Finding> findings) {
        if (name.value().equals("root")) {
            if (!user.texts("groups").isEmpty()) {
                findings.accept(
                        Finding.atKey(
                                user.path().key("groups"),
                                DiagnosticCode.ROOT_GROUPS,
                                "root belongs to no other groups; it may do everything already",
                                "Remove `groups`; an entry for root sets only how root logs in.",
                                Fixes.remove(user.path().key("groups"))));
            }
            return;
        }
        if (SYSTEM_ACCOUNTS.contains(name.value())) {
            findings.accept(
                    Finding.at(
                            name.path(),
                            DiagnosticCode.RESERVED_USER,
                            "`" + name.value() + "` is an account of the system itself",
                            "Choose another name; `users` is for people."));
        }
        for (Bound.Value<String> group : user.texts("groups")) {
            if (group.value().equals(name.value())) {
                findings.accept(
                        Finding.at(
                                group.path(),
                                DiagnosticCode.OWN_GROUP,
                                "every user has a group of the same name anyway",
                                "Remove it.",
                                Fixes.remove(group.path())));
            }
        }
    }
}
