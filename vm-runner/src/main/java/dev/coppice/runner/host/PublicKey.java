package dev.coppice.runner.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public SSH key, one line of a {@code .pub} file or of {@code authorized_keys}; see sshd(8).
 *
 * @param line the whole line as it goes into a spec
 * @param type {@code ssh-ed25519}
 * @param fingerprint as {@code ssh-keygen -l} shows it, {@code SHA256:...}
 * @param comment mostly who and where, {@code alice@laptop}; may be empty
 */
public record PublicKey(String line, String type, String fingerprint, String comment) {

    private static final Pattern LINE =
            Pattern.compile(
                    "(?:[^\\r\\n]+ )?(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
                            + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
                            + " (AAAA[A-Za-z0-9+/]+={0,2})(?: ([^\\r\\n]*))?");

    /** Reads a line; empty when it is no whole public key. */
    public static Optional<PublicKey> parse(String text) {
        String line = text.strip().replaceAll("[ \\t]+", " ");
        Matcher key = LINE.matcher(line);
        if (!key.matches()) {
            return Optional.empty();
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(key.group(2));
        } catch (IllegalArgumentException cutOff) {
            return Optional.empty();
        }
        if (!says(blob, key.group(1))) {
            return Optional.empty();
        }
        String comment = key.group(3) == null ? "" : key.group(3);
        return Optional.of(new PublicKey(line, key.group(1), fingerprint(blob), comment));
    }

    /** A key is parts behind their lengths, its own type first (RFC 4253, section 6.6). */
    private static boolean says(byte[] blob, String type) {
        ByteBuffer rest = ByteBuffer.wrap(blob);
        int parts = 0;
        while (rest.remaining() >= Integer.BYTES) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return false;
            }
            byte[] part = new byte[length];
            rest.get(part);
            if (parts == 0 && !new String(part, StandardCharsets.US_ASCII).equals(type)) {
                return false;
            }
            parts++;
        }
        return parts >= 2 && !rest.hasRemaining();
    }

    private static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
