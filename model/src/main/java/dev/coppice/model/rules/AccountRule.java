package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Users and groups that other fields name exist. */
final class AccountRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        new Names(context, findings).all();
    }

    private record Names(RuleContext context, Consumer<Finding> findings) {

        void all() {
            Bound.Fields root = context.root();
            for (Bound.Fields user : root.records("users")) {
                user.texts("groups").forEach(this::group);
            }
            for (Bound.Fields file : root.records("files")) {
                file.text("owner").ifPresent(this::user);
                file.text("group").ifPresent(this::group);
            }
            for (Bound.Fields rule : root.records("sudo")) {
                rule.text("user").ifPresent(this::user);
                rule.text("group").ifPresent(this::group);
                rule.text("runAs").filter(r -> !r.value().equals("ALL")).ifPresent(this::user);
            }
            for (Bound.Fields timer : root.records("timers")) {
                timer.text("user").ifPresent(this::user);
            }
            root.record("console").text("autologin").ifPresent(this::user);
        }

        private void group(Bound.Value<String> group) {
            String name = group.value();
            boolean sure =
                    context.root().whole("groups")
                            && context.root().whole("users")
                            && context.inventory().knowsPackages();
            if (!group.written() || !sure || context.inventory().hasGroup(name)) {
                return;
            }
            Optional<String> bringer =
                    context.known()
                            .accounts()
                            .packageOfGroup(name)
                            .filter(context.archive()::known);
            var near = new ArrayList<>(context.inventory().groups());
            near.addAll(context.known().accounts().baseGroups());
            Optional<String> meant =
                    bringer.isPresent() ? Optional.empty() : Closest.to(name, near);
            var fixes = new ArrayList<Fix>();
            meant.ifPresent(m -> fixes.add(Fixes.set(group.path(), m)));
            bringer.ifPresent(p -> fixes.add(PackageFix.add(p, context)));
            fixes.add(addGroup(name));
            findings.accept(
                    Finding.at(
                            group.path(),
                            DiagnosticCode.UNKNOWN_GROUP,
                            "nothing here makes the group `" + name + "`",
                            meant.map(m -> "Did you mean `" + m + "`? Otherwise add")
                                            .or(
                                                    () ->
                                                            bringer.map(
                                                                    p ->
                                                                            "The package `"
                                                                                    + p
                                                                                    + "` makes it;"
                                                                                    + " or add"))
                                            .orElse("Add")
                                    + " the group to `groups`.",
                            fixes.toArray(Fix[]::new)));
        }

        private Fix addGroup(String name) {
            var group = new LinkedHashMap<String, YamlValue>();
            group.put("name", new YamlValue.Text(name));
            int count = context.root().records("groups").size();
            return new Fix(
                    "Add " + name + " to groups",
                    List.of(
                            new YamlOp.Insert(
                                    YamlPath.of("groups"), count, new YamlValue.Fields(group))));
        }

        private void user(Bound.Value<String> user) {
            String name = user.value();
            boolean sure = context.root().whole("users") && context.inventory().knowsPackages();
            if (!user.written() || !sure || context.inventory().hasUser(name)) {
                return;
            }
            Optional<String> bringer =
                    context.known().accounts().packageOfUser(name).filter(context.archive()::known);
            Optional<String> meant =
                    Closest.to(name, new HashSet<>(context.inventory().users().keySet()));
            var fixes = new ArrayList<Fix>();
            meant.ifPresent(m -> fixes.add(Fixes.set(user.path(), m)));
            bringer.ifPresent(p -> fixes.add(PackageFix.add(p, context)));
            findings.accept(
                    Finding.at(
                            user.path(),
                            DiagnosticCode.UNKNOWN_USER,
                            "nothing here makes the user `" + name + "`",
                            meant.map(m -> "Did you mean `" + m + "`?")
                                    .or(() -> bringer.map(p -> "The package `" + p + "` makes it."))
                                    .orElse("Add the user to `users`, or correct the name."),
                            fixes.toArray(Fix[]::new)));
        }
    }
}
