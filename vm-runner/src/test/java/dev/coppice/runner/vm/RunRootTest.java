package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

class RunRootTest {

    @TempDir Path directory;

    @Test
    void makesAPrivateDirectoryAndFindsItAgain() throws Exception {
        Path root = RunRoot.locate(Map.of("XDG_RUNTIME_DIR", directory.toString()));
        assertThat(root).isEqualTo(directory.resolve("coppice"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(RunRoot.locate(Map.of("XDG_RUNTIME_DIR", directory.toString()))).isEqualTo(root);
    }

    @Test
    void refusesADirectoryThatOthersCanEnter() throws Exception {
        Path open = Files.createDirectory(directory.resolve("coppice"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> RunRoot.prepare(open))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a private directory");
    }

    @Test
    void refusesALinkInItsPlace() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(directory.resolve("coppice"), elsewhere);
        assertThatThrownBy(() -> RunRoot.prepare(link)).isInstanceOf(IOException.class);
    }

    @Test
    void goesToTmpWhereTheNameWouldBeTooLongForASocket() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("x".repeat(90)));
        assertThat(RunRoot.locate(Map.of("XDG_RUNTIME_DIR", deep.toString())))
                .startsWith(Path.of("/tmp"));
    }

    @Test
    void removesADirectoryWithAllThatIsInIt() throws Exception {
        RunDirectory home = RunDirectory.create(directory);
        Files.writeString(home.serialLog(), "x");
        home.delete();
        home.delete();
        assertThat(home.path()).doesNotExist();
    }

    @Test
    void cleansTheSerialConsolesLastLinesOfControlSequences() throws Exception {
        Path log = directory.resolve("serial.log");
        Files.writeString(log, "\u001B[2J\u001B[1;31mred\u001B[0m\r\n\u001B[K\r\n\u0007bell\r\n");
        assertThat(MachineProblems.serialTail(log)).isEqualTo(List.of("red", "bell"));
    }
}
