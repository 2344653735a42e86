package dev.coppice.runner.proc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fixed small environment of every process that Coppice starts. */
public final class ProcessEnvironment {

    private static final String PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Who we are, where temporary files go, and how the network is reached; nothing else. */
    private static final List<String> KEPT =
            List.of(
                    "HOME",
                    "USER",
                    "LOGNAME",
                    "TMPDIR",
                    "XDG_RUNTIME_DIR",
                    "http_proxy",
                    "https_proxy",
                    "ftp_proxy",
                    "no_proxy",
                    "HTTPS_PROXY",
                    "NO_PROXY");

    private ProcessEnvironment() {}

    /**
     * @param host the environment of this process
     */
    public static Map<String, String> from(Map<String, String> host) {
        Map<String, String> result = new TreeMap<>();
        for (String name : KEPT) {
            if (host.containsKey(name)) {
                result.put(name, host.get(name));
            }
        }
        String path = host.getOrDefault("PATH", "");
        result.put("PATH", path.isEmpty() ? PATH : path + ":" + PATH);
        result.put("LC_ALL", "C.UTF-8");
        return Map.copyOf(result);
    }
}
