package dev.coppice.runner.host;

import org.apache.commons.codec.digest.Sha2Crypt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes password hashes as {@code /etc/shadow} holds them: yescrypt through the host's libcrypt
 * where it can, SHA-512 everywhere. Hashing takes a part of a second on purpose; call it in the
 * background.
 */
public final class PasswordHasher {

    /** What crypt(5) uses for a salt. */
    private static final String SALT_LETTERS =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int SALT_LENGTH = 16;
    private static final int RANDOM_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Optional<Libcrypt> libcrypt;

    public PasswordHasher() {
        this(Libcrypt.open().filter(PasswordHasher::knowsYescrypt));
    }

    PasswordHasher(Optional<Libcrypt> libcrypt) {
        this.libcrypt = libcrypt;
    }

    /** The methods that this host can hash with, the best first. */
    public List<HashMethod> methods() {
        return libcrypt.isPresent()
                ? List.of(HashMethod.YESCRYPT, HashMethod.SHA512)
                : List.of(HashMethod.SHA512);
    }

    /**
     * Hashes a password with a new salt.
     *
     * @param method one of {@link #methods()}
     * @param password wiped before this returns, whatever happens
     */
    public String hash(HashMethod method, char[] password) {
        byte[] phrase = utf8(password);
        try {
            return switch (method) {
                case SHA512 -> Sha2Crypt.sha512Crypt(phrase, "$6$" + salt());
                case YESCRYPT -> yescrypt(phrase);
            };
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(phrase, (byte) 0);
        }
    }

    private String yescrypt(byte[] phrase) {
        Libcrypt library =
                libcrypt.orElseThrow(() -> new IllegalArgumentException("no yescrypt here"));
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return library.setting("$y$", 0, bytes)
                .flatMap(setting -> library.hash(phrase, setting))
                .orElseThrow(() -> new IllegalStateException("libcrypt refused a yescrypt salt"));
    }

    private String salt() {
        var salt = new StringBuilder();
        for (int i = 0; i < SALT_LENGTH; i++) {
            salt.append(SALT_LETTERS.charAt(random.nextInt(SALT_LETTERS.length())));
        }
        return salt.toString();
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static boolean knowsYescrypt(Libcrypt library) {
        return library.setting("$y$", 0, new byte[RANDOM_BYTES]).isPresent();
    }
}
