package dev.coppice.model.spec;

import java.util.List;

/**
 * An apt archive beside the distribution's own (sources.list(5), deb822 style).
 *
 * @param name a short name; the file and the keyring are called after it
 * @param url where it is
 * @param suites its suites; one that ends with a slash is the directory of a flat archive
 * @param components parts of the suites; none with a flat archive
 * @param key what its index is signed with
 */
public record Repository(
        String name, String url, List<String> suites, List<String> components, Key key) {

    public Repository {
        suites = List.copyOf(suites);
        components = List.copyOf(components);
    }

    /** Where the public OpenPGP key is. */
    public sealed interface Key {}

    /** The armoured key in the spec itself. */
    public record Inline(String armored) implements Key {}

    /** A file of the project, armoured or not. */
    public record FromProject(String source) implements Key {}
}
