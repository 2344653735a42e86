package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.host.Finding;
import dev.coppice.runner.host.HostDoctor;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.vm.MachineHost;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code coppice doctor}. */
@Command(
        name = "doctor",
        description = "Finds out, by trying, whether this host can build and boot systems.",
        footer = {
            "",
            "JSON: {store, ready, findings: [{code, title, state, detail, advice}], leftOvers:",
            "[{title, pid, stopped}]}; state is ok, limited or missing.",
            "",
            "Exit codes: 0 nothing is missing; 4 something is."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(
            names = "--stop-left-overs",
            description = "Stop the machines that an earlier Coppice left behind.")
    private boolean stop;

    @Option(names = "--offline", description = "Do not ask the distribution's mirror.")
    private boolean offline;

    private final CliContext context;

    DoctorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path place = store.resolve(context);
        List<Finding> findings = examine(place);
        try (Engine engine = context.engines().open(place)) {
            List<MachineHost.LeftOver> leftOvers = engine.machines().leftOvers();
            if (stop) {
                leftOvers.forEach(MachineHost.LeftOver::stop);
            }
            if (output.json()) {
                printJson(place, findings, leftOvers);
            } else {
                printText(place, findings, leftOvers);
            }
        }
        return ready(findings) ? ExitCode.OK : ExitCode.TOOL_MISSING;
    }

    private List<Finding> examine(Path place) throws InterruptedException {
        var cancellation = new Cancellation();
        Map<String, String> environment = context.environment();
        try (var _ = context.interrupts().onInterrupt(cancellation::cancel)) {
            return new HostDoctor(ProcessRunner.ofHost(), place, environment)
                    .examine(!offline, cancellation);
        }
    }

    private static boolean ready(List<Finding> findings) {
        return findings.stream().noneMatch(f -> f.state() == Finding.State.MISSING);
    }

    private void printText(
            Path place, List<Finding> findings, List<MachineHost.LeftOver> leftOvers) {
        var out = context.out();
        for (Finding finding : findings) {
            out.println(
                    String.format(
                            "%-8s %s: %s",
                            Names.of(finding.state()), finding.title(), finding.detail()));
            if (!finding.advice().isBlank()) {
                out.println("         -> " + finding.advice());
            }
        }
        for (MachineHost.LeftOver left : leftOvers) {
            out.println(
                    (stop ? "stopped  " : "running  ")
                            + left.title()
                            + ", left behind by an earlier Coppice, process "
                            + left.pid());
            if (!stop) {
                out.println("         -> coppice doctor --stop-left-overs");
            }
        }
        out.println("Store: " + place);
        out.println(
                ready(findings)
                        ? "Coppice can build and boot systems here."
                        : "Coppice cannot build and boot systems here yet; see the advice above.");
    }

    private void printJson(
            Path place, List<Finding> findings, List<MachineHost.LeftOver> leftOvers) {
        ObjectNode node =
                Json.object().put("store", place.toString()).put("ready", ready(findings));
        node.set(
                "findings",
                Json.array(
                        findings,
                        f ->
                                Json.object()
                                        .put("code", f.code())
                                        .put("title", f.title())
                                        .put("state", Names.of(f.state()))
                                        .put("detail", f.detail())
                                        .put("advice", f.advice())));
        node.set(
                "leftOvers",
                Json.array(
                        leftOvers,
                        l ->
                                Json.object()
                                        .put("title", l.title())
                                        .put("pid", l.pid())
                                        .put("stopped", stop)));
        Json.print(context.out(), node);
    }
}
