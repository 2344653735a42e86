package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Archives of packages: sources.list(5) in the deb822 style, with armoured keys. */
final class RepositoryTexts {

    private static final String SOURCES = "/etc/apt/sources.list.d/";
    private static final String KEY = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

    private final Draft draft;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    RepositoryTexts(Draft draft) {
        this.draft = draft;
    }

    boolean take(String path, String content) {
        if (content.contains(KEY) && path.matches("/(etc/apt|usr/share)/keyrings/[^/]+")) {
            keys.put(path, content);
            return true;
        } else if (path.startsWith(SOURCES) && path.endsWith(".sources")) {
            sources.put(path, content);
            return true;
        }
        return false;
    }

    /** The files that are no archive of a spec after all, by their paths. */
    Map<String, String> finish() {
        var left = new LinkedHashMap<>(keys);
        sources.forEach(
                (path, content) -> {
                    Optional<LinkedHashMap<String, YamlValue>> one = repository(path, content);
                    if (one.isPresent()) {
                        draft.add("repositories", new YamlValue.Fields(one.get()));
                        left.remove(fields(content).getOrDefault("signed-by", ""));
                    } else {
                        left.put(path, content);
                    }
                });
        sources.clear();
        keys.clear();
        return left;
    }

    private Optional<LinkedHashMap<String, YamlValue>> repository(String path, String content) {
        Map<String, String> fields = fields(content);
        String name = path.substring(SOURCES.length()).replace(".sources", "");
        String url = fields.getOrDefault("uris", "");
        String key = fields.getOrDefault("signed-by", "");
        String armored = key.contains(KEY) ? key : keys.getOrDefault(key, "");
        boolean plain =
                fields.getOrDefault("types", "").equals("deb")
                        && Shape.PLAIN_NAME.matches(name)
                        && Shape.URL.matches(url)
                        && !armored.isEmpty()
                        && List.of("types", "uris", "suites", "components", "signed-by")
                                .containsAll(fields.keySet());
        if (!plain) {
            return Optional.empty();
        }
        var repository = new LinkedHashMap<String, YamlValue>();
        repository.put("name", new YamlValue.Text(name));
        repository.put("url", new YamlValue.Text(url));
        repository.put("suites", words(fields.getOrDefault("suites", "")));
        if (fields.containsKey("components")) {
            repository.put("components", words(fields.get("components")));
        }
        repository.put("key", new YamlValue.Text(armored));
        return Optional.of(repository);
    }

    private static YamlValue words(String text) {
        return Draft.texts(List.of(text.strip().split("\\s+")));
    }

    /** Fields of a paragraph; a line that begins with a blank goes on. */
    private static Map<String, String> fields(String content) {
        var fields = new LinkedHashMap<String, String>();
        String last = "";
        for (String line : content.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") && !last.isEmpty()) {
                String more = line.strip().equals(".") ? "" : line.substring(1);
                fields.merge(last, more, (a, b) -> (a.isEmpty() ? "" : a + "\n") + b);
            } else if (colon > 0 && !line.startsWith("#")) {
                last = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.put(last, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
