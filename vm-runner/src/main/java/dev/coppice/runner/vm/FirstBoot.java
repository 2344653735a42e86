package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckRunner;
import dev.coppice.runner.guest.FactCollector;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.guest.GuestShell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Facts and checks of a machine that is ready. */
final class FirstBoot {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GuestShell shell;
    private final SystemSpec spec;
    private final MachineTimes times;
    private final MachineStates states;

    FirstBoot(GuestShell shell, SystemSpec spec, MachineTimes times, MachineStates states) {
        this.shell = shell;
        this.spec = spec;
        this.times = times;
        this.states = states;
    }

    Facts facts() throws IOException, InterruptedException, TimeoutException {
        var collector = new FactCollector(shell, spec.kernel().sysctl().keySet());
        collector.settle(times.settle());
        Facts facts = collector.collect();
        states.facts(facts);
        return facts;
    }

    List<CheckResult> checks(Duration ready) throws InterruptedException {
        return new CheckRunner(shell, times.checks(), PAUSE)
                .run(spec.checks(), ready, states::checks);
    }
}
