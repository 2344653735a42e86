package dev.coppice.runner.build.debian;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * A program that builds without end, several systems side by side, for tests that kill it. Its
 * arguments are the store, a seed, and for each system that is built a spec's rest. Each event is a
 * line.
 */
final class ManyBuilds {

    private ManyBuilds() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        ProcessRunner processes = ProcessRunner.ofHost();
        Store store = Store.open(root, new TreeRemover(processes, RootNamespace.ofProcess()));
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var builder = new DebianBuilder(store, processes, executor);
        for (int lane = 2; lane < arguments.length; lane++) {
            String rest = arguments[lane];
            Random random = new Random(Long.parseLong(arguments[1]) * 31 + lane);
            String name = "killed-" + lane;
            executor.submit(
                    () -> {
                        while (true) {
                            String host = "h" + random.nextInt(1_000_000);
                            var outcome =
                                    builder.build(
                                                    request(name, rest, host, root),
                                                    event -> System.out.println(event))
                                            .outcome()
                                            .join();
                            System.out.println("ended " + outcome.getClass().getSimpleName());
                        }
                    });
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static BuildRequest request(String name, String rest, String host, Path project) {
        SpecText text =
                new SpecText(
                        TestSpecs.HEAD.replace("name: test", "name: " + name)
                                + rest
                                + "hostname: "
                                + host
                                + "\nfiles: [{ path: /etc/motd, content: \"Welcome to "
                                + host
                                + "\\n\" }]\n");
        return new BuildRequest(
                text,
                new Analyzer().analyze(text, ProjectFiles.NONE).spec().orElseThrow(),
                project);
    }
}
