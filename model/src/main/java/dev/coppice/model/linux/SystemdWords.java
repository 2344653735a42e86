package dev.coppice.model.linux;

/** Values in unit files, systemd.syntax(7) and systemd.service(5). Pure. */
public final class SystemdWords {

    private SystemdWords() {}

    /** One argument of a command line, whatever its characters. */
    public static String argument(String text) {
        String escaped = text.replace("%", "%%").replace("$", "$$");
        if (escaped.matches("[A-Za-z0-9_@%+=:,./$-]+")) {
            return escaped;
        }
        StringBuilder quoted = new StringBuilder("\"");
        escaped.chars()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"' -> quoted.append("\\\"");
                                case '\\' -> quoted.append("\\\\");
                                case '\n' -> quoted.append("\\n");
                                case '\t' -> quoted.append("\\t");
                                case '\r' -> quoted.append("\\r");
                                default -> quoted.append((char) c);
                            }
                        });
        return quoted.append('"').toString();
    }

    /** A line of text, such as a description. */
    public static String line(String text) {
        return text.replace("%", "%%").replaceAll("\\s+", " ").strip();
    }
}
