package dev.coppice.model.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * What a key costs in a spec of a thousand and of ten thousand lines; the percentiles are what
 * counts. Run it with {@code installers/benchmark} on a computer that does nothing else.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@State(Scope.Thread)
public class KeyBenchmark {

    /** How long the spec is. */
    @Param({"1000", "10000"})
    int lines;

    private Work work;
    private int turn;

    /** Makes the spec and the list of packages. */
    @Setup
    public void setUp() {
        work = new Work(lines);
    }

    /** Everything that follows from a text. */
    @Benchmark
    public Object analyze() {
        return work.analyze(turn++);
    }

    /** The tree of a text. */
    @Benchmark
    public Object parse() {
        return work.parse(turn++);
    }

    /** A field that is changed in the form. */
    @Benchmark
    public Object patch() {
        return work.patch(turn++);
    }

    /** An item that is moved. */
    @Benchmark
    public Object move() {
        return work.move(turn++);
    }

    /** Where the lines start. */
    @Benchmark
    public Object lineIndex() {
        return work.lineIndex(turn++);
    }

    /** A letter that is typed. */
    @Benchmark
    public Object type() {
        return work.type(turn++);
    }

    /** What completion proposes for two letters of a package. */
    @Benchmark
    public Object complete() {
        return work.complete(turn++);
    }

    /** What a search in 60,000 packages finds. */
    @Benchmark
    public Object packages() {
        return work.search(turn++);
    }
}
