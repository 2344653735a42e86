package dev.coppice.runner.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the variables {@code http_proxy}, {@code https_proxy} and {@code no_proxy} name,
 * in either case, as apt and curl(1) read them.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int DEFAULT_PORT = 8080;

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (isLoopback(host) || excepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        return variable(uri.getScheme() + "_proxy")
                .flatMap(EnvironmentProxies::address)
                .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private boolean excepted(String host) {
        return variable("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(n -> n.equals("*") || host.equals(n) || host.endsWith("." + n));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static Optional<InetSocketAddress> address(String value) {
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            int port = proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
            return Optional.ofNullable(proxy.getHost())
                    .map(host -> InetSocketAddress.createUnresolved(host, port));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The download fails and says why.
    }
}
