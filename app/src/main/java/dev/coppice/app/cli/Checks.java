package dev.coppice.app.cli;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.store.BootRecord;

import java.io.PrintStream;

/** Check results for people. */
final class Checks {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private Checks() {}

    /** Prints each check with its verdict, then how many passed. */
    static void print(CliContext context, PrintStream out, BootRecord boot) {
        for (CheckResult check : boot.checks()) {
            String word =
                    switch (check.verdict()) {
                        case PASSED -> colored(context, GREEN, "passed ");
                        case FAILED -> colored(context, RED, "FAILED ");
                        case UNKNOWN -> colored(context, RED, "UNKNOWN");
                    };
            String detail = check.detail().isBlank() ? "" : " (" + check.detail() + ")";
            out.println("  " + word + "  " + check.check() + detail);
        }
        long passed =
                boot.checks().stream()
                        .filter(c -> c.verdict() == CheckResult.Verdict.PASSED)
                        .count();
        out.println(
                boot.checks().isEmpty()
                        ? "The spec has no checks; the machine was ready after "
                                + Units.time(boot.ready())
                                + "."
                        : passed
                                + " of "
                                + boot.checks().size()
                                + " checks passed; ready after "
                                + Units.time(boot.ready())
                                + " ("
                                + boot.accelerator()
                                + ").");
    }

    private static String colored(CliContext context, String color, String text) {
        return context.color() ? color + text + PLAIN : text;
    }
}
