package dev.coppice.runner.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class ToolLocatorTest {

    @Test
    void looksIntoTheDirectoriesInOrder() {
        ToolLocator tools = ToolLocator.of("relative::/nowhere:/bin:/usr/bin");
        assertThat(tools.find("sh")).contains(Path.of("/bin/sh"));
        assertThat(tools.find("/bin/sh")).contains(Path.of("/bin/sh"));
        assertThat(tools.find("no-such-tool")).isEmpty();
        assertThat(tools.find("/etc/passwd")).isEmpty();
    }

    @Test
    void namesThePackageThatBringsATool() {
        ToolLocator tools = ToolLocator.of("/bin");
        assertThat(tools.installCommand("mksquashfs"))
                .isEqualTo("sudo apt-get install squashfs-tools");
        assertThat(tools.debianPackage("/usr/bin/newuidmap")).isEqualTo("uidmap");
        assertThat(tools.debianPackage("frobnicate")).isEqualTo("frobnicate");
    }

    @Test
    void theEnvironmentHasTheSystemDirectories() {
        Map<String, String> environment =
                ProcessEnvironment.from(
                        Map.of("PATH", "/opt/x", "HOME", "/h", "LANG", "de_DE", "SECRET", "s"));
        assertThat(environment).containsOnlyKeys("PATH", "HOME", "LC_ALL");
        assertThat(environment.get("PATH")).startsWith("/opt/x:").contains("/usr/sbin");
    }
}
