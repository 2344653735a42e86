package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * A program that builds from a lock alone, for tests that let another user do it: its arguments are
 * the store, the project's folder and the spec.
 */
final class LockedBuildProcess {

    private LockedBuildProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            JobOutcome<Generation> outcome =
                    new DebianBuilder(
                                    TestStores.open(Path.of(arguments[0])),
                                    ProcessRunner.ofHost(),
                                    executor)
                            .build(
                                    TestSpecs.request(arguments[2], Path.of(arguments[1]))
                                            .exactly(),
                                    System.out::println)
                            .outcome()
                            .join();
            System.out.println(outcome);
            System.exit(outcome instanceof JobOutcome.Succeeded ? 0 : 1);
        }
    }
}
