package dev.coppice.app;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.TargetBuilders;
import dev.coppice.runner.build.debian.DebianBuilder;
import dev.coppice.runner.build.foreign.ForeignBuilder;
import dev.coppice.runner.build.kairos.KairosImages;
import dev.coppice.runner.build.kubernetes.ClusterAccess;
import dev.coppice.runner.build.kubernetes.ClusterImages;
import dev.coppice.runner.build.kubernetes.ClusterTimes;
import dev.coppice.runner.build.nixos.NixEvaluator;
import dev.coppice.runner.build.nixos.NixosImages;
import dev.coppice.runner.disk.DiskImages;
import dev.coppice.runner.index.PackageIndexes;
import dev.coppice.runner.nixos.OptionTables;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.Target;
import dev.coppice.runner.store.TreeRemover;
import dev.coppice.runner.vm.AcceleratorMemory;
import dev.coppice.runner.vm.QemuMachineHost;
import dev.coppice.runner.vm.RunRoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Opens stores with the real builder, the real generations and the real machines. */
public final class Engines {

    private Engines() {}

    /**
     * Opens the store in a folder, which is made when it is not there.
     *
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static Engine open(Path folder) {
        Map<String, String> environment = System.getenv();
        ProcessRunner processes = ProcessRunner.ofHost();
        try {
            Store store = Store.open(folder, new TreeRemover(processes, RootNamespace.ofProcess()));
            Executor jobs =
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("job-", 0).factory());
            Builder builder = builder(store, processes, jobs, environment);
            var places =
                    new QemuMachineHost.Places(
                            RunRoot.locate(environment),
                            AcceleratorMemory.cacheDirectory(environment),
                            folder.resolve("state"));
            var specs = new BuiltSpecs(store.generations(), new Analyzer());
            var machines =
                    new QemuMachineHost(
                            places, processes, store, generation -> specOf(specs, generation));
            return new Engine(
                    folder,
                    builder,
                    new NixEvaluator(store, processes),
                    store.generations(),
                    machines,
                    store,
                    Optional.of(new DiskImages(store, processes, jobs)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Builder builder(
            Store store, ProcessRunner processes, Executor jobs, Map<String, String> environment) {
        return new TargetBuilders(
                Map.of(
                        Target.DEBIAN,
                        new DebianBuilder(store, processes, jobs),
                        Target.NIXOS,
                        new ForeignBuilder(store, processes, jobs, new NixosImages(processes)),
                        Target.KAIROS,
                        new ForeignBuilder(
                                store,
                                processes,
                                jobs,
                                new ClusterImages(
                                        new KairosImages(processes),
                                        new ClusterAccess(environment),
                                        ClusterTimes.usual()))));
    }

    /** The lists of packages of this computer, whatever the store. */
    public static PackageIndexes packages(Map<String, String> environment) {
        return PackageIndexes.of(
                AcceleratorMemory.cacheDirectory(environment),
                environment,
                ProcessRunner.ofHost(),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("packages-", 0).factory()));
    }

    /** The options of NixOS on this computer. */
    public static OptionTables options(Map<String, String> environment) {
        return OptionTables.of(
                AcceleratorMemory.cacheDirectory(environment),
                environment,
                ProcessRunner.ofHost(),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("options-", 0).factory()));
    }

    private static SystemSpec specOf(BuiltSpecs specs, Generation generation) throws IOException {
        return specs.spec(generation)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "the spec of generation "
                                                + generation.number()
                                                + " of "
                                                + generation.system()
                                                + " is not valid in this version of Coppice"));
    }
}
