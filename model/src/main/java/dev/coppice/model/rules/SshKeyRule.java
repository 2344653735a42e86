package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Shape;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys are whole: what they say of themselves fits their length (RFC 4253, section 6.6). */
final class SshKeyRule implements Rule {

    private static final Pattern KEY =
            Pattern.compile(
                    "(?:^|\\s)((?:sk-)?(?:ssh|ecdsa)-[A-Za-z0-9@.-]+)"
                            + " (AAAA[A-Za-z0-9+/]+={0,2})(?:\\s|$)");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields user : context.root().records("users")) {
            for (Bound.Value<String> line : user.texts("sshAuthorizedKeys")) {
                if (!whole(line.value())) {
                    findings.accept(
                            Finding.at(
                                    line.path(),
                                    DiagnosticCode.BAD_SSH_KEY,
                                    "this public SSH key is cut off or damaged",
                                    Shape.SSH_KEY.help()));
                }
            }
        }
    }

    private static boolean whole(String line) {
        Matcher key = KEY.matcher(line);
        if (!key.find()) {
            return false;
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(key.group(2));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        int at = 0;
        int parts = 0;
        while (at < blob.length) {
            long length = length(blob, at);
            if (length < 0 || at + 4 + length > blob.length) {
                return false;
            }
            if (parts == 0 && !type(blob, (int) length).equals(key.group(1))) {
                return false;
            }
            parts++;
            at += 4 + (int) length;
        }
        return parts >= 2;
    }

    private static String type(byte[] blob, int length) {
        return new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    private static long length(byte[] blob, int at) {
        if (at + 4 > blob.length) {
            return -1;
        }
        return (blob[at] & 0xFFL) << 24
                | (blob[at + 1] & 0xFFL) << 16
                | (blob[at + 2] & 0xFFL) << 8
                | blob[at + 3] & 0xFFL;
    }
}
