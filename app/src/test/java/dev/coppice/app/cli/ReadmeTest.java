package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README shows is true. */
class ReadmeTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

    @TempDir Path folder;

    @Test
    void everyYamlBlockIsValid() throws IOException {
        Matcher matcher = YAML.matcher(readme());
        int blocks = 0;
        while (matcher.find()) {
            Files.writeString(folder.resolve("system.yaml"), matcher.group(1).stripIndent());
            CliRun cli = CliRun.withoutStore(folder);
            assertThat(cli.run("validate")).as(cli.out()).isZero();
            blocks++;
        }
        assertThat(blocks).isPositive();
    }

    @Test
    void everyCommandIsListed() throws IOException {
        CliRun cli = CliRun.withoutStore(folder);
        cli.run("--help");
        String readme = readme();

        Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]")
                .matcher(cli.out().substring(cli.out().indexOf("Commands:")))
                .results()
                .forEach(command -> assertThat(readme).contains("| `" + command.group(1) + " "));
    }

    private static String readme() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = here.resolve("README.md");
        return Files.readString(Files.exists(file) ? file : here.resolveSibling("README.md"));
    }
}
