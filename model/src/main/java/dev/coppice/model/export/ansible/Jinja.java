package dev.coppice.model.export.ansible;

import java.util.List;

/** Texts in playbooks, where Ansible looks for Jinja expressions. */
final class Jinja {

    private static final List<String> OPENINGS = List.of("{{", "{%", "{#");

    private Jinja() {}

    /** A text that stays as it is: an expression of itself where it would be taken for one. */
    static String text(String text) {
        return OPENINGS.stream().anyMatch(text::contains)
                ? "{{ \""
                        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                        + "\" }}"
                : text;
    }

    /**
     * What stands between double quotes in an expression. Ansible takes no braces in a condition,
     * not even in a text.
     */
    static String characters(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "\\x7b");
    }
}
