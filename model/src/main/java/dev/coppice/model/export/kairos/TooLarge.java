package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Report;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.yaml.YamlPath;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A cloud-config that is too large for Kairos: the largest files are what makes it so. */
final class TooLarge {

    private record Sized(YamlPath path, long bytes) {}

    private TooLarge() {}

    /** Reports the files without which it would be small enough, the largest first. */
    static void report(ExportInput input, ExportedFile.Text config, Report report) {
        long over = bytes(config.content()) - FileCheck.LARGEST;
        List<Sized> files = sizes(input);
        for (int i = 0; over > 0 && i < files.size(); i++) {
            report.dropped(
                    files.get(i).path(),
                    "with it the cloud-config is larger than the 1 MB that Kairos 4.2 reads, and"
                            + " Kairos passes over all of it; put the content into a package or a"
                            + " bundle");
            over -= files.get(i).bytes();
        }
    }

    private static List<Sized> sizes(ExportInput input) {
        var files = new ArrayList<Sized>();
        List<FileEntry> all = input.spec().files();
        for (int i = 0; i < all.size(); i++) {
            String text =
                    switch (all.get(i).body()) {
                        case FileEntry.Inline(String content) -> content;
                        case FileEntry.FromProject(String source) ->
                                input.files().text(source).orElse("");
                    };
            files.add(new Sized(YamlPath.of("files", i), bytes(text)));
        }
        files.sort(Comparator.comparingLong(Sized::bytes).reversed());
        return files;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
