package dev.coppice.model.export.kairos;

/** Go templates, which Kairos fills in wherever it writes or runs a text. */
final class Templates {

    private Templates() {}

    /** A text that stays as it is when Kairos has filled in its templates. */
    static String escaped(String text) {
        return text.replace("{{", "{{ \"{{\" }}");
    }
}
