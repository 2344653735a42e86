package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Nobody shares a user id or a group id, and groups of the spec are new ones. */
final class IdentityRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Map<Long, String> uids = new HashMap<>();
        Map<Long, String> gids = new HashMap<>();
        for (Bound.Fields user : context.root().records("users")) {
            String name = user.text("name").map(n -> "user `" + n.value() + "`").orElse("a user");
            user.number("uid")
                    .ifPresent(
                            uid -> {
                                once(uid, name, "user", uids, findings);
                                gids.putIfAbsent(uid.value(), "group of " + name);
                            });
        }
        for (Bound.Fields group : context.root().records("groups")) {
            String name =
                    group.text("name").map(n -> "group `" + n.value() + "`").orElse("a group");
            group.number("gid").ifPresent(gid -> once(gid, name, "group", gids, findings));
            group.text("name").ifPresent(n -> reserved(group, n, context, findings));
        }
    }

    private static void once(
            Bound.Value<Long> id,
            String name,
            String kind,
            Map<Long, String> taken,
            Consumer<Finding> findings) {
        String before = taken.putIfAbsent(id.value(), name);
        if (before != null) {
            findings.accept(
                    Finding.at(
                            id.path(),
                            DiagnosticCode.DUPLICATE_ID,
                            kind + " id " + id.value() + " belongs to the " + before + " already",
                            "Files would belong to both: choose another number.",
                            Fixes.remove(id.path())));
        }
    }

    private static void reserved(
            Bound.Fields group,
            Bound.Value<String> name,
            RuleContext context,
            Consumer<Finding> findings) {
        boolean user = context.inventory().users().containsKey(name.value());
        if (user || context.known().accounts().isBaseGroup(name.value())) {
            findings.accept(
                    Finding.at(
                            name.path(),
                            DiagnosticCode.RESERVED_GROUP,
                            user
                                    ? "every user has a group of the same name anyway"
                                    : "the base system has the group `"
                                            + name.value()
                                            + "` already",
                            "Remove it here; users can belong to it all the same.",
                            Fixes.remove(group.path())));
        }
    }
}
