package dev.coppice.model.guide;

import dev.coppice.model.diag.DiagnosticCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The guides of all findings, as they come with the program. */
public final class Guides {

    private static final List<String> TOPICS =
            List.of(
                    "yaml",
                    "structure",
                    "system",
                    "accounts",
                    "software",
                    "containers",
                    "units",
                    "files",
                    "network",
                    "kernel",
                    "checks",
                    "targets");

    private static final String WHOLE = " (whole file)";

    private final Map<String, Guide> byId = new HashMap<>();

    /** Reads them. */
    public Guides() {
        Map<String, DiagnosticCode> codes =
                Arrays.stream(DiagnosticCode.values())
                        .collect(Collectors.toMap(DiagnosticCode::id, c -> c));
        for (String topic : TOPICS) {
            for (String entry : read(topic + ".txt").split("(?m)^=== ")) {
                if (!entry.isBlank()) {
                    String id = entry.substring(0, entry.indexOf('\n')).strip();
                    byId.put(id, guide(codes.get(id), entry));
                }
            }
        }
    }

    /** All guides in the order of the codes. */
    public List<Guide> all() {
        return Arrays.stream(DiagnosticCode.values()).flatMap(c -> find(c.id()).stream()).toList();
    }

    /** The guide of a code. */
    public Optional<Guide> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Guide guide(DiagnosticCode code, String entry) {
        int bad = entry.indexOf("\n--- bad");
        int good = entry.indexOf("\n--- good");
        String why = entry.substring(entry.indexOf('\n'), bad).strip();
        boolean whole = entry.startsWith("\n--- bad" + WHOLE, bad);
        return new Guide(
                code,
                why,
                body(entry.substring(bad + 1, good + 1)),
                body(entry.substring(good + 1)),
                whole);
    }

    private static String body(String part) {
        return part.substring(part.indexOf('\n') + 1);
    }

    private static String read(String name) {
        try (InputStream in = Guides.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
