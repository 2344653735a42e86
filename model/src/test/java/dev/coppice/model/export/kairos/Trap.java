package dev.coppice.model.export.kairos;

/**
 * An entry of the list.
 *
 * @param words what happens
 * @param bad a file that it happens to
 * @param code what is found
 * @param path where
 * @param good a file that it does not happen to
 */
record Trap(String words, String bad, String code, String path, String good) {
    @Override
    public String toString() {
        return words;
    }

    static final String HEAD =
            """
            #cloud-config
            users: [{ name: kairos, groups: [admin] }]
            """;

    /** Settings behind the head of a file. */
    static Trap trap(String words, String bad, String code, String path, String good) {
        return new Trap(words, HEAD + bad, code, path, HEAD + good);
    }

    /** The same in a step of a stage. */
    static Trap step(
            String stage, String words, String bad, String code, String path, String good) {
        String at = "stages." + stage + "[0]." + path;
        return trap(
                words,
                "stages: { " + stage + ": [{ " + bad + " }] }",
                code,
                at,
                "stages: { " + stage + ": [{ " + good + " }] }");
    }
}
