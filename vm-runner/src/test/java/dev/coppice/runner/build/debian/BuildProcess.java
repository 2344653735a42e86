package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A program that builds, for tests that kill it: its arguments are the store and the spec. */
final class BuildProcess {

    private BuildProcess() {}

    public static void main(String[] arguments) throws Exception {
        ProcessRunner processes = ProcessRunner.ofHost();
        Store store =
                Store.open(
                        Path.of(arguments[0]),
                        new TreeRemover(processes, RootNamespace.ofProcess()));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome =
                    new DebianBuilder(store, processes, executor)
                            .build(
                                    TestSpecs.request(arguments[1], Path.of("/")),
                                    BuildProcess::print)
                            .outcome()
                            .join();
            System.out.println(outcome);
        }
    }

    private static void print(JobEvent event) {
        System.out.println(event);
        System.out.flush();
    }
}
