package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Assumptions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Go module, downloaded by the Go of the host into its cache.
 *
 * @param path {@code github.com/mudler/yip}
 * @param version its version; its sum is checked against Go's public log
 */
public record GoModule(String path, String version) {

    /** The folder with its files. */
    public Path folder() throws IOException, InterruptedException {
        String name = path + "@" + version;
        Ran ran = Ran.of(go("mod", "download", "-json", name));
        int start = ran.output().indexOf('{');
        if (!ran.ok() || start < 0) {
            ToolFolder.refuse(name, ran);
        }
        JsonNode said = JsonMapper.builder().build().readTree(ran.output().substring(start));
        return Path.of(said.path("Dir").asString(""));
    }

    /** A command of the host's Go, with the settings that the person has for it. */
    static Command go(String... arguments) {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("go").isPresent(),
                "go is not installed on this host");
        List<String> argv = Stream.concat(Stream.of("go"), Stream.of(arguments)).toList();
        return HostSettings.added(Command.of(argv), "GO", "SSL_CERT_");
    }
}
