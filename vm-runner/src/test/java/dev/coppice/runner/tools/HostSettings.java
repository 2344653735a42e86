package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Command;

import java.util.Map;
import java.util.stream.Stream;

/** How the programs that download are set up on this host: archives, proxies, certificates. */
final class HostSettings {

    private HostSettings() {}

    /**
     * The command with the host's own settings.
     *
     * @param prefixes how the names of the variables begin
     */
    static Command added(Command command, String... prefixes) {
        Command result = command;
        for (Map.Entry<String, String> each : System.getenv().entrySet()) {
            if (Stream.of(prefixes).anyMatch(each.getKey()::startsWith)) {
                result = result.with(each.getKey(), each.getValue());
            }
        }
        return result;
    }
}
