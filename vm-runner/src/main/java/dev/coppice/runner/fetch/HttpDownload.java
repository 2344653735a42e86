package dev.coppice.runner.fetch;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Downloads one file with HTTP or HTTPS. Follows redirections, but never from HTTPS to HTTP. */
public final class HttpDownload {

    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BUFFER = 1 << 16;

    private final Map<String, String> environment;
    private final Duration silence;

    /**
     * @param environment names the proxies
     * @param silence how long a server may say nothing
     */
    public HttpDownload(Map<String, String> environment, Duration silence) {
        this.environment = Map.copyOf(environment);
        this.silence = silence;
    }

    /** Follows a download. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param total bytes that will come, negative when the server does not say
         */
        void at(long bytes, long total);
    }

    /**
     * Writes what a URL gives to a file.
     *
     * @throws IOException when it cannot be had, with a reason for people
     * @throws java.util.concurrent.CancellationException when it was stopped
     */
    public void to(Path file, URI url, Progress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        try (HttpClient client = client();
                var _ = cancellation.onCancel(client::shutdownNow)) {
            HttpRequest request =
                    HttpRequest.newBuilder(url)
                            .timeout(silence)
                            .header("User-Agent", "Coppice")
                            .build();
            HttpResponse<InputStream> response =
                    answer(client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                long total = response.headers().firstValueAsLong("content-length").orElse(-1);
                copy(body, file, total, progress);
            }
        } catch (IOException | InterruptedException | IllegalArgumentException e) {
            cancellation.check();
            if (e instanceof IllegalArgumentException) {
                throw new IOException("this is no URL of a file: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(new EnvironmentProxies(environment))
                .build();
    }

    private static <T> T answer(CompletableFuture<T> future)
            throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(reason(cause), cause);
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case java.net.http.HttpTimeoutException _ -> "the server does not answer";
            case java.net.ConnectException e
                    when e.getCause() instanceof java.nio.channels.UnresolvedAddressException ->
                    "the name of the server is unknown";
            case java.net.ConnectException _ -> "the server cannot be reached";
            default ->
                    failure.getMessage() == null
                            ? failure.getClass().getSimpleName()
                            : failure.getMessage();
        };
    }

    private void copy(InputStream body, Path file, long total, Progress progress)
            throws IOException {
        AtomicLong last = new AtomicLong(System.nanoTime());
        Thread watch = Thread.ofVirtual().start(() -> closeWhenSilent(body, last));
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                out.write(buffer, 0, read);
                bytes += read;
                last.set(System.nanoTime());
                progress.at(bytes, total);
            }
        } catch (IOException e) {
            throw new IOException("the connection ended after " + bytes + " bytes", e);
        } finally {
            watch.interrupt();
        }
    }

    private void closeWhenSilent(InputStream body, AtomicLong last) {
        try {
            while (System.nanoTime() - last.get() < silence.toNanos()) {
                Thread.sleep(Math.min(1000, Math.max(1, silence.toMillis() / 4)));
            }
            body.close();
        } catch (InterruptedException | IOException e) {
            // The download has ended, or ends now.
            return;
        }
    }
}
