package dev.coppice.model.linux;

import java.nio.charset.StandardCharsets;

/** What systemd calls units that are named after something else. */
public final class UnitNames {

    private UnitNames() {}

    /** The name of a path in a unit's name (systemd.unit(5), "String escaping"). */
    public static String ofPath(String path) {
        String inner = path.replaceAll("/+", "/").replaceAll("^/|/$", "");
        if (inner.isEmpty()) {
            return "-";
        }
        var out = new StringBuilder();
        for (byte b : inner.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c == '/') {
                out.append('-');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == ':')
                    || c == '.' && !out.isEmpty()) {
                out.append(c);
            } else {
                out.append(String.format("\\x%02x", b & 0xFF));
            }
        }
        return out.toString();
    }
}
