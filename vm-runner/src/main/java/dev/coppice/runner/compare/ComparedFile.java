package dev.coppice.runner.compare;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that a generation's configuration brings.
 *
 * @param path absolute path in the machine
 * @param attributes mode and owner, {@code 0644 root:root}
 * @param identity what is equal exactly when the contents are: a digest, or the content itself
 * @param text the content, where it is known and text
 */
public record ComparedFile(String path, String attributes, String identity, Optional<String> text) {

    /** The files and units that a spec itself contains. */
    public static List<ComparedFile> of(SystemSpec spec) {
        var files = new ArrayList<ComparedFile>();
        for (FileEntry entry : spec.files()) {
            String attributes =
                    String.format(
                            Locale.ROOT, "%04o %s:%s", entry.mode(), entry.owner(), entry.group());
            files.add(
                    switch (entry.body()) {
                        case FileEntry.Inline(String content) ->
                                new ComparedFile(
                                        entry.path(), attributes, content, Optional.of(content));
                        case FileEntry.FromProject(String source) ->
                                new ComparedFile(
                                        entry.path(),
                                        attributes,
                                        "from " + source,
                                        Optional.empty());
                    });
        }
        for (Unit unit : spec.units()) {
            String path = "/etc/systemd/system/" + unit.name();
            if (unit.dropIn().isPresent()) {
                path += ".d/" + unit.dropIn().get() + ".conf";
            }
            files.add(
                    new ComparedFile(
                            path, "0644 root:root", unit.content(), Optional.of(unit.content())));
        }
        return files;
    }
}
