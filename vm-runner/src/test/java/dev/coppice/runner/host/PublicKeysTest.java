package dev.coppice.runner.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys made by ssh-keygen are read as ssh-keygen reads them. */
class PublicKeysTest {

    @TempDir private Path folder;

    @Test
    void fingerprintsAreThoseOfSshKeygen() throws Exception {
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            String file = folder.resolve("id_" + type).toString();
            keygen("-q", "-t", type, "-N", "", "-C", "alice smith@laptop", "-f", file);
        }
        List<PublicKeys.InFile> own = new PublicKeys(folder).own();
        assertThat(own)
                .extracting(PublicKeys.InFile::file)
                .containsExactly("id_ecdsa.pub", "id_ed25519.pub", "id_rsa.pub");
        for (PublicKeys.InFile each : own) {
            String shown = keygen("-l", "-f", folder.resolve(each.file()).toString());
            assertThat(shown).contains(" " + each.key().fingerprint() + " alice smith@laptop ");
            assertThat(each.key().comment()).isEqualTo("alice smith@laptop");
        }
        assertThat(PublicKeys.read(folder.resolve("id_rsa")).keys()).isEmpty();
        assertThat(PublicKeys.read(folder.resolve("id_rsa")).refused())
                .singleElement()
                .asString()
                .contains("private key");
    }

    @Test
    void aPasteOfSeveralLinesIsReadLineByLine() throws Exception {
        String file = folder.resolve("id").toString();
        keygen("-q", "-t", "ed25519", "-N", "", "-C", "bob@desk", "-f", file);
        String line = Files.readString(folder.resolve("id.pub")).strip();
        var found =
                PublicKeys.read(
                        "# keys of Bob\r\n\r\n  "
                                + line
                                + "  \r\nfrom=\"10.0.0.0/8\" "
                                + line
                                + "\n"
                                + line
                                + "\n"
                                + line.substring(0, 40)
                                + "\nhello");
        assertThat(found.keys())
                .extracting(PublicKey::line)
                .containsExactly(line, "from=\"10.0.0.0/8\" " + line);
        assertThat(found.refused())
                .containsExactly(
                        "Line 6 is not a whole public SSH key.",
                        "Line 7 is not a whole public SSH key.");
    }

    @Test
    void aFolderThatIsNotThereHasNoKeys() {
        assertThat(new PublicKeys(folder.resolve("none")).own()).isEmpty();
    }

    private static String keygen(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("ssh-keygen"));
        argv.addAll(List.of(arguments));
        var lines = new ArrayList<String>();
        Exit exit = ProcessRunner.ofHost().run(Command.of(argv), lines::add, new Cancellation());
        assumeThat(exit).isNotInstanceOf(Exit.NotFound.class);
        assertThat(exit.ok()).as("%s %s", exit.describe(), lines).isTrue();
        return String.join("\n", lines);
    }
}
