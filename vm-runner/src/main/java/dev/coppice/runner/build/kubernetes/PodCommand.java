package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.proc.Cancellation;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Runs shell commands in a container of the cluster, as {@code kubectl exec} does. */
final class PodCommand {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final KubernetesClient client;
    private final String pod;
    private final Duration silence;
    private final Cancellation cancellation;

    /**
     * @param silence how long a command may say nothing
     */
    PodCommand(KubernetesClient client, String pod, Duration silence, Cancellation cancellation) {
        this.client = client;
        this.pod = pod;
        this.silence = silence;
        this.cancellation = cancellation;
    }

    /**
     * Runs a command to its end.
     *
     * @param out gets its output as it comes, in another thread
     * @return its exit status
     * @throws CutOffException when the connection breaks, or nothing comes for too long
     * @throws IOException when the output cannot be written
     * @throws KubernetesClientException when the cluster refuses
     * @throws CancellationException when it is no longer wanted
     */
    int run(String script, OutputStream out) throws IOException, InterruptedException {
        var heard = new AtomicLong(System.nanoTime());
        var noted = new NotedOutput(out, heard);
        try (ExecWatch running = started(script, noted)) {
            while (true) {
                try {
                    Integer code = running.exitCode().get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    noted.check();
                    if (code == null || code < 0) {
                        throw new CutOffException("the connection was closed", null);
                    }
                    return code;
                } catch (TimeoutException _) {
                    cancellation.check();
                    if (System.nanoTime() - heard.get() > silence.toNanos()) {
                        throw new CutOffException(
                                "nothing came for " + silence.toSeconds() + " s", null);
                    }
                } catch (ExecutionException e) {
                    noted.check();
                    if (e.getCause() instanceof KubernetesClientException refused
                            && !ClusterFailure.mayPass(refused)) {
                        throw refused;
                    }
                    throw new CutOffException(String.valueOf(e.getCause().getMessage()), e);
                }
            }
        }
    }

    private ExecWatch started(String script, OutputStream out) throws CutOffException {
        try {
            return client.pods().withName(pod).writingOutput(out).exec("sh", "-c", script);
        } catch (KubernetesClientException e) {
            if (ClusterFailure.mayPass(e)) {
                throw new CutOffException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** The output of a command that ends well; what it printed is the failure's message else. */
    String output(String script) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        int code = run(script + " 2>&1", out);
        String text = out.toString(StandardCharsets.UTF_8).strip();
        if (code != 0) {
            throw new IOException(text.isEmpty() ? "exit status " + code : text);
        }
        return text;
    }

    /** Passes bytes on, and notes when they came and whether they could be written. */
    private static final class NotedOutput extends OutputStream {

        private final OutputStream out;
        private final AtomicLong heard;
        private volatile IOException failure;

        NotedOutput(OutputStream out, AtomicLong heard) {
            this.out = out;
            this.heard = heard;
        }

        /** Whether what came could be written. */
        void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            heard.set(System.nanoTime());
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
