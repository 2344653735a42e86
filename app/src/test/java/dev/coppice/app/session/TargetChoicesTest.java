package dev.coppice.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TargetChoicesTest {

    private static final Path WEB = Path.of("/home/a b/web=1");

    @TempDir Path folder;

    @Test
    void areRememberedForEachProject() throws IOException {
        Path file = folder.resolve("config/targets.properties");
        var choices = new TargetChoices(file);
        assertThat(choices.of(WEB)).isEmpty();
        choices.choose(WEB, "nixos", true);
        choices.choose(WEB, "kairos", true);
        choices.choose(Path.of("/other"), "nixos", true);
        choices.save();

        var later = new TargetChoices(file);
        assertThat(later.of(WEB)).containsExactly("kairos", "nixos");
        later.choose(WEB, "kairos", false);
        later.choose(WEB, "nixos", false);
        later.save();
        assertThat(new TargetChoices(file).of(WEB)).isEmpty();
        assertThat(new TargetChoices(file).of(Path.of("/other"))).containsExactly("nixos");
    }

    @Test
    void aDamagedFileWasNeverChosen() throws IOException {
        Path file = folder.resolve("targets.properties");
        Files.writeString(file, "a=\\u12");
        assertThat(new TargetChoices(file).of(Path.of("a"))).isEmpty();
    }
}
