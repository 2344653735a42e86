package dev.coppice.app.session;

import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.index.PackageIndexes;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.StoreCare;
import dev.coppice.runner.vm.MachineHost;

import java.util.concurrent.Executor;

/**
 * What the parts of the program work with; made once, in the wiring.
 *
 * @param targeting what specs are built into
 * @param packages the lists of packages of releases
 * @param care looks after the store as a whole
 * @param background for work that blocks; never the FX thread
 * @param ui runs on the FX thread
 */
public record Services(
        Builder builder,
        Evaluator evaluator,
        Generations generations,
        MachineHost machines,
        Targeting targeting,
        PackageIndexes packages,
        StoreCare care,
        Executor background,
        Executor ui) {}
