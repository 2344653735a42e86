package dev.coppice.runner.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coppice.model.schema.Shape;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes are those that the host's own login would accept. */
class PasswordHasherTest {

    private static final String PASSWORD = "Gr\u00fcn \u6728 ~'\"\\ 17";

    @Test
    void sha512HashesAreAcceptedByTheHost() throws Exception {
        String hash = new PasswordHasher().hash(HashMethod.SHA512, PASSWORD.toCharArray());
        assertThat(hash).startsWith("$6$");
        assertThat(Shape.PASSWORD_HASH.matches(hash)).isTrue();
        String salt = hash.split("\\$")[2];
        assertThat(openssl("passwd", "-6", "-salt", salt, PASSWORD)).isEqualTo(hash);
        assertThat(libcrypt().hash(utf8(PASSWORD), hash)).contains(hash);
        assertThat(libcrypt().hash(utf8("another"), hash).orElseThrow()).isNotEqualTo(hash);
    }

    @Test
    void yescryptHashesAreAcceptedByTheHost() {
        var hasher = new PasswordHasher();
        assumeThat(hasher.methods()).contains(HashMethod.YESCRYPT);
        String hash = hasher.hash(HashMethod.YESCRYPT, PASSWORD.toCharArray());
        assertThat(hash).startsWith("$y$j9T$");
        assertThat(Shape.PASSWORD_HASH.matches(hash)).isTrue();
        assertThat(libcrypt().hash(utf8(PASSWORD), hash)).contains(hash);
        assertThat(libcrypt().hash(utf8("another"), hash).orElseThrow()).isNotEqualTo(hash);
    }

    /**
     * The vectors are those of "Unix crypt using SHA-256 and SHA-512", version 0.6, and crypt(5).
     */
    @Test
    void knownVectors() {
        assertThat(Sha2Crypt.sha512Crypt(utf8("Hello world!"), "$6$saltstring"))
                .isEqualTo(
                        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJu"
                                + "esI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
        assertThat(libcrypt().hash(utf8("Hello world!"), "$6$saltstring"))
                .contains(
                        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJu"
                                + "esI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
        for (String hash :
                List.of(
                        "$y$j9T$abcdefghijklmnop$0v6Ko7oUZq5OJ/QdGzXAIGx/msmd/7GzdAiapbd6PD7",
                        "$y$j9T$E/kOmzZSfsixDFhCCu/EZ1$mi8G81ZLh7EGZSo1kgxM39reW5.SOeCnP2fYSX4Ss..",
                        "$6$C2JwYxzRg3D85S99$UzxqQJkitnQv/mk67u3DOgITI4irG5ZFl9rudEt7/xlqFtVR84bk"
                                + "Kb5s46g0x1.1LpU/bCtWKtS2qqptj3v0l1")) {
            assertThat(libcrypt().hash(utf8("Hello world!"), hash)).contains(hash);
        }
        assertThat(libcrypt().hash(utf8("x"), "no setting")).isEmpty();
    }

    @Test
    void everySaltIsNewAndThePasswordIsWiped() {
        var hasher = new PasswordHasher(Optional.empty());
        char[] password = "coppice".toCharArray();
        String first = hasher.hash(HashMethod.SHA512, password);
        assertThat(password).containsOnly('\0');
        assertThat(hasher.hash(HashMethod.SHA512, "coppice".toCharArray())).isNotEqualTo(first);
    }

    @Test
    void withoutTheLibraryThereIsSha512Only() {
        var hasher = new PasswordHasher(Optional.empty());
        assertThat(hasher.methods()).containsExactly(HashMethod.SHA512);
        char[] password = "coppice".toCharArray();
        assertThatThrownBy(() -> hasher.hash(HashMethod.YESCRYPT, password))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(password).containsOnly('\0');
    }

    private static String openssl(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("openssl"));
        argv.addAll(List.of(arguments));
        var lines = new ArrayList<String>();
        Exit exit = ProcessRunner.ofHost().run(Command.of(argv), lines::add, new Cancellation());
        assumeThat(exit).isNotInstanceOf(Exit.NotFound.class);
        assertThat(exit.ok()).as("%s %s", exit.describe(), lines).isTrue();
        return lines.getLast();
    }

    private static Libcrypt libcrypt() {
        Optional<Libcrypt> library = Libcrypt.open();
        assumeThat(library).isPresent();
        return library.orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
