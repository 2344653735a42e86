package dev.coppice.runner.build.kubernetes;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An API server whose store is that of the client's own mock, and whose pods run shell commands for
 * real, in this process's namespace, with a folder in place of their volume.
 */
final class FakeCluster extends Dispatcher implements AutoCloseable {

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final int OUT = 1;
    private static final int STATUS = 3;
    private static final int CHUNK = 8192;

    /** Whether the operator is installed. */
    volatile boolean operator = true;

    /** Whether every request is refused with a status. */
    volatile int refusal;

    /** The resources, {@code pods/exec}, that one may not create. */
    final Set<String> denied = ConcurrentHashMap.newKeySet();

    /** The logs of containers. */
    final Map<String, String> logs = new ConcurrentHashMap<>();

    /** After so many bytes the next connections to containers break. */
    final List<Integer> cuts = new CopyOnWriteArrayList<>();

    /** The paths of all requests, with their methods. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** The commands that ran in containers. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    private final AtomicInteger cut = new AtomicInteger();
    private final KubernetesCrudDispatcher store = new KubernetesCrudDispatcher();
    private final MockWebServer server = new MockWebServer();
    private final Path volume;

    FakeCluster(Path volume) {
        this.volume = volume;
        LOG.setLevel(Level.WARNING);
        server.setDispatcher(this);
        server.start();
    }

    /** A kubeconfig with the contexts {@code main} and {@code other}. */
    Path kubeconfig(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                clusters: [{ name: here, cluster: { server: "http://localhost:%d" } }]
                users: [{ name: ann, user: { token: secret } }]
                contexts:
                  - { name: main, context: { cluster: here, user: ann, namespace: images } }
                  - { name: other, context: { cluster: here, user: ann } }
                current-context: main
                """
                        .formatted(server.getPort()));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getPath();
        requests.add(request.getMethod() + " " + path);
        if (refusal != 0) {
            return status(refusal, "no");
        }
        if (path.equals("/apis/build.kairos.io/v1alpha2")) {
            return operator
                    ? json(
                            """
                            {"kind": "APIResourceList", "groupVersion": "build.kairos.io/v1alpha2",
                             "resources": [{"name": "osartifacts", "kind": "OSArtifact",
                               "namespaced": true, "singularName": "", "verbs": ["create"]}]}
                            """)
                    : new MockResponse().setResponseCode(404).setBody("404 page not found\n");
        }
        if (path.endsWith("/selfsubjectaccessreviews")) {
            String asked = request.getUtf8Body();
            return json(
                    "{\"kind\": \"SelfSubjectAccessReview\","
                            + " \"apiVersion\": \"authorization.k8s.io/v1\","
                            + " \"status\": {\"allowed\": "
                            + denied.stream().noneMatch(it -> asksFor(asked, it))
                            + "}}");
        }
        if (path.contains("/exec?")) {
            return new MockResponse().withWebSocketUpgrade(new Shell(command(path)));
        }
        if (path.contains("/log?")) {
            String container = query(path, "container").getFirst();
            return new MockResponse()
                    .setResponseCode(200)
                    .setBody(logs.getOrDefault(container, ""));
        }
        return store.dispatch(request);
    }

    private static boolean asksFor(String question, String what) {
        String[] parts = what.split("/");
        return question.contains("\"resource\":\"" + parts[0] + "\"")
                && (parts.length == 1 || question.contains("\"subresource\":\"" + parts[1] + "\""));
    }

    private static MockResponse json(String text) {
        return new MockResponse()
                .setResponseCode(200)
                .addHeader("Content-Type", "application/json")
                .setBody(text);
    }

    private static MockResponse status(int code, String message) {
        return json("{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"code\": %d, \"message\": \"%s\"}"
                        .formatted(code, message))
                .setResponseCode(code);
    }

    private static String command(String path) {
        return query(path, "command").getLast();
    }

    private static List<String> query(String path, String name) {
        return Arrays.stream(path.substring(path.indexOf('?') + 1).split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
    }

    /** Runs one command, its output on channel 1, its end on channel 3. */
    private final class Shell extends WebSocketListener {

        private final String script;

        Shell(String script) {
            this.script = script;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            Thread.ofVirtual().start(() -> run(socket));
        }

        private void run(WebSocket socket) {
            commands.add(script);
            int number = cut.get();
            boolean breaks = script.startsWith("tail") && number < cuts.size();
            int most = breaks ? cuts.get(number) : Integer.MAX_VALUE;
            try {
                Process process =
                        new ProcessBuilder(
                                        "sh", "-c", script.replace("/artifacts", volume.toString()))
                                .redirectErrorStream(true)
                                .start();
                int sent = 0;
                try (InputStream in = process.getInputStream()) {
                    byte[] bytes = new byte[CHUNK];
                    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                        int now = Math.min(count, most - sent);
                        send(socket, OUT, Arrays.copyOf(bytes, now));
                        sent += now;
                        if (breaks && sent == most) {
                            cut.incrementAndGet();
                            process.destroy();
                            socket.close(1011, "the node is gone");
                            return;
                        }
                    }
                }
                int code = process.waitFor();
                String end =
                        code == 0
                                ? "{\"status\": \"Success\"}"
                                : "{\"status\": \"Failure\", \"reason\": \"NonZeroExitCode\","
                                        + " \"details\": {\"causes\": [{\"reason\": \"ExitCode\","
                                        + " \"message\": \""
                                        + code
                                        + "\"}]}}";
                send(socket, STATUS, end.getBytes(StandardCharsets.UTF_8));
                socket.close(1000, "done");
            } catch (IOException e) {
                socket.close(1011, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void send(WebSocket socket, int channel, byte[] bytes) {
            byte[] message = new byte[bytes.length + 1];
            message[0] = (byte) channel;
            System.arraycopy(bytes, 0, message, 1, bytes.length);
            socket.send(message);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
