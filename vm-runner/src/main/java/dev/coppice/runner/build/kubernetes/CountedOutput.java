package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.JobStep;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells how much of a file has come, each time that it is a hundredth more. */
final class CountedOutput extends FilterOutputStream {

    private static final int HUNDRED = 100;

    private final long before;
    private final long size;
    private final JobStep step;
    private volatile long written;
    private long told = -1;

    /**
     * @param before what had come earlier; in bytes, as is the size
     */
    CountedOutput(OutputStream out, long before, long size, JobStep step) {
        super(out);
        this.before = before;
        this.size = size;
        this.step = step;
    }

    long written() {
        return written;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        written += count;
        long hundredth = size == 0 ? HUNDRED : HUNDRED * (before + written) / size;
        if (hundredth > told) {
            told = hundredth;
            step.progress(hundredth / (double) HUNDRED, "Fetching the image");
        }
    }
}
