package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.lock.LockChange;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.SystemLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code coppice update}. */
@Command(
        name = "update",
        description = "Shows newer versions of a system's packages, and moves system.lock.json.",
        footer = {
            "",
            "Fetches the package lists, whose signatures apt checks, and says for each package",
            "which version it would get, how its size changes, and whether it is a security fix.",
            "Nothing is built; coppice build does that from the new lock. Without a terminal to",
            "ask on, the lock moves with --yes only.",
            "",
            "JSON: {file, lockedTo, newest, moved, changes: [{package, kind, before, after,",
            "beforeBytes, afterBytes, security}]}; kind is changed, added or removed.",
            "",
            "Exit codes: 0 fine, moved or not; 1 the spec has errors; 3 the lists could not be",
            "fetched; 4 a tool is missing; 130 cancelled."
        })
final class UpdateCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(names = "--dry-run", description = "Show what would change, and stop.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Move the lock without asking.")
    private boolean yes;

    private final CliContext context;

    UpdateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ProjectText text = project.load(context);
        text.requireNoErrors(context);
        try (Engine engine = context.engines().open(store.resolve(context))) {
            BuildRequest request = BuildRequest.of(text.analysis(), text.folder()).orElseThrow();
            LockUpdate update = find(engine, request);
            List<LockChange> changes = update.changes();
            if (!output.json()) {
                print(context.out(), update, changes);
            }
            boolean move = !update.after().equals(update.before()) && wanted(changes);
            if (move) {
                update.apply();
            }
            if (output.json()) {
                Json.print(context.out(), json(update, changes, move));
            } else if (move) {
                context.out().println(update.file() + " is moved; coppice build builds from it.");
            }
            return ExitCode.OK;
        }
    }

    private LockUpdate find(Engine engine, BuildRequest request) {
        JobHandle<LockUpdate> job = engine.builder().update(request, this::show);
        try (var _ = context.interrupts().onInterrupt(job::cancel)) {
            return switch (job.outcome().join()) {
                case JobOutcome.Succeeded<LockUpdate> done -> done.value();
                case JobOutcome.Failed<LockUpdate> failed -> throw CliFailure.of(failed.problem());
                case JobOutcome.Cancelled<LockUpdate> _ ->
                        throw new CliFailure(
                                ExitCode.CANCELLED, "cancelled", "the update was cancelled", "");
            };
        }
    }

    private void show(JobEvent event) {
        if (event instanceof JobEvent.StepProgress progress) {
            context.err().println(progress.message());
        }
    }

    /** Whether the lock is to move. New dates of suites alone are taken over without a question. */
    private boolean wanted(List<LockChange> changes) throws IOException {
        if (dryRun) {
            return false;
        }
        if (yes || changes.isEmpty()) {
            return true;
        }
        if (!context.terminal()) {
            context.err().println("Nothing was changed: add --yes to move the lock.");
            return false;
        }
        context.err().print("Move the lock? [y/N] ");
        context.err().flush();
        var reader =
                new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8));
        String answer = reader.readLine();
        return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes");
    }

    private static void print(PrintStream out, LockUpdate update, List<LockChange> changes) {
        if (changes.isEmpty()) {
            out.println("All packages are the newest: " + dates(update) + ".");
            return;
        }
        var table = new Table();
        for (LockChange change : changes) {
            table.row(
                    change.security() ? "security" : kind(change),
                    change.name(),
                    change.before().map(LockedPackage::version).orElse("-"),
                    change.after().map(LockedPackage::version).orElse("-"),
                    (change.sizeChange() < 0 ? "-" : "+")
                            + Units.size(Math.abs(change.sizeChange())));
        }
        table.print(out, "  ");
        long fixes = changes.stream().filter(LockChange::security).count();
        out.println(
                changes.size()
                        + (changes.size() == 1 ? " package changes, " : " packages change, ")
                        + fixes
                        + (fixes == 1 ? " is a security fix; " : " are security fixes; ")
                        + dates(update)
                        + ".");
    }

    private static String dates(LockUpdate update) {
        return "locked to " + day(update.before()) + ", the archive is of " + day(update.after());
    }

    private static String day(SystemLock lock) {
        return lock.date().map(date -> date.toString().substring(0, 10)).orElse("nothing");
    }

    private static String kind(LockChange change) {
        if (change.before().isEmpty()) {
            return "added";
        }
        return change.after().isEmpty() ? "removed" : "changed";
    }

    private static ObjectNode json(LockUpdate update, List<LockChange> changes, boolean moved) {
        ObjectNode node = Json.object().put("file", update.file().toString());
        update.before().date().ifPresent(date -> node.put("lockedTo", date.toString()));
        update.after().date().ifPresent(date -> node.put("newest", date.toString()));
        node.put("moved", moved);
        node.set("changes", Json.array(changes, UpdateCommand::json));
        return node;
    }

    private static ObjectNode json(LockChange change) {
        ObjectNode node = Json.object().put("package", change.name()).put("kind", kind(change));
        change.before()
                .ifPresent(one -> node.put("before", one.version()).put("beforeBytes", one.size()));
        change.after()
                .ifPresent(one -> node.put("after", one.version()).put("afterBytes", one.size()));
        return node.put("security", change.security());
    }
}
