package dev.coppice.model.linux;

import dev.coppice.model.spec.Accounts;

import java.util.List;
import java.util.stream.Collectors;

/** The rules of sudo as sudoers(5) reads them. Pure. */
public final class SudoRules {

    private static final String ALL = "ALL";

    private SudoRules() {}

    /** One line each, in the order of the spec: the last that fits decides. */
    public static String of(List<Accounts.SudoRule> rules) {
        return rules.stream().map(rule -> line(rule) + "\n").collect(Collectors.joining());
    }

    private static String line(Accounts.SudoRule rule) {
        String runAs = rule.runAs().equals(ALL) ? "ALL:ALL" : rule.runAs();
        return rule.who()
                + " ALL=("
                + runAs
                + ") "
                + (rule.password() ? "" : "NOPASSWD: ")
                + rule.commands().stream()
                        .map(SudoRules::command)
                        .collect(Collectors.joining(", "));
    }

    /** In a command these characters have a meaning, unless a backslash is before them. */
    private static String command(String command) {
        return command.strip().replaceAll("[\\\\,:=#]", "\\\\$0").replaceAll("\\s+", " ");
    }
}
