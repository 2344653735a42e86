package dev.coppice.runner.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.proc.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Several processes of Coppice at once on one store. */
class StoreProcessesTest {

    private static final int TIMES = 8;

    @TempDir Path dir;

    private Process churn(int seed) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreChurn.class.getName(),
                        dir.toString(),
                        Integer.toString(seed),
                        Integer.toString(TIMES))
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void processesDoNotTakeEachOthersLayersOrNumbers() throws Exception {
        List<Process> processes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try {
            for (int seed = 1; seed <= 3; seed++) {
                processes.add(churn(seed));
            }
            for (Process process : processes) {
                lines.addAll(process.inputReader().readAllLines());
                assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(lines)
                .allMatch(line -> line.startsWith("made "))
                .hasSize(3 * TIMES)
                .doesNotHaveDuplicates();
        Store store = StoreKit.open(dir);
        assertThat(store.verify(false, StoreKit.QUIET, new Cancellation()).damages()).isEmpty();
        for (Generation each : store.generations().list("web")) {
            assertThat(store.layersOf(each)).hasSize(2);
            store.generations().mark(each, Marks.NONE);
        }
        store.generations().makeCurrent("web", store.generations().list("web").getFirst().number());
        store.collect(new CollectRequest(OptionalInt.of(1), Set.of(), false));
        assertThat(store.generations().list("web")).hasSize(1);
        assertThat(StoreFiles.list(dir.resolve("layers"))).hasSize(2);
        assertThat(StoreFiles.list(dir.resolve("leases"))).isEmpty();
        assertThat(StoreFiles.list(dir.resolve("tmp"))).isEmpty();
    }
}
