package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * A file of the image, which the Dockerfile copies from the folder {@code rootfs}.
 *
 * @param path absolute in the image
 * @param file the file of the export
 */
record ImageFile(String path, ExportedFile file) {

    static final String FOLDER = "rootfs";

    /** A text; what follows its last line feed gets one too. */
    static ImageFile text(String path, String content, List<YamlPath> origins) {
        var text = new TextWriter("");
        String whole =
                content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        text.line(whole, origins);
        return new ImageFile(
                path, new ExportedFile.Text(FOLDER + path, Language.PLAIN, false, text.lines()));
    }

    /** A copy of a file of the project. */
    static ImageFile copy(String path, String source, YamlPath origin) {
        return new ImageFile(path, new ExportedFile.Copy(FOLDER + path, source, origin));
    }
}
