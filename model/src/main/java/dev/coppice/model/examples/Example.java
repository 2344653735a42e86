package dev.coppice.model.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A project to start from. Its files are resources of the program.
 *
 * @param id short name, also the name of its folder: {@code web-server}
 * @param title a title for people
 * @param description one sentence: what the machine is for
 * @param icon its picture
 * @param tags single words by which it is found
 * @param lessons what a person learns from it, each a short phrase
 * @param hosts hosts beside the distribution's archive that its build or its machine must reach
 * @param files paths relative to the project, {@code system.yaml} first
 */
public record Example(
        String id,
        String title,
        String description,
        ExampleIcon icon,
        List<String> tags,
        List<String> lessons,
        List<String> hosts,
        List<String> files) {

    public Example {
        tags = List.copyOf(tags);
        lessons = List.copyOf(lessons);
        hosts = List.copyOf(hosts);
        files = List.copyOf(files);
    }

    /** The spec's text. */
    public String spec() {
        return text("system.yaml");
    }

    /** One of its {@link #files()} as text; all of them are in UTF-8. */
    public String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The bytes of one of its {@link #files()}. */
    public byte[] bytes(String file) {
        if (!files.contains(file)) {
            throw new IllegalArgumentException(id + " has no file " + file);
        }
        try (InputStream in = Example.class.getResourceAsStream(id + "/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + id + "/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every word of a query stands somewhere in what is said of it, or in its spec. */
    public boolean matches(String query) {
        String said =
                Stream.of(
                                Stream.of(id, title, description),
                                tags.stream(),
                                lessons.stream(),
                                Stream.of(spec()))
                        .flatMap(each -> each)
                        .reduce("", (all, each) -> all + "\n" + each)
                        .toLowerCase(Locale.ROOT);
        return Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(said::contains);
    }
}
