package dev.coppice.runner.build.foreign;

import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of an export, in a folder of their own. */
public final class ExportTree {

    private ExportTree() {}

    /**
     * Writes them.
     *
     * @param folder an empty folder, or none yet
     * @param project where the files of the project are
     * @return the project's files that went in, by their paths in the project
     */
    public static SortedMap<String, Path> write(ExportResult export, Path project, Path folder)
            throws IOException {
        var sources = new TreeMap<String, Path>();
        Files.createDirectories(folder);
        for (ExportedFile file : export.files()) {
            Path place = inside(folder, file.path());
            Files.createDirectories(place.getParent());
            switch (file) {
                case ExportedFile.Text text -> {
                    Files.writeString(place, text.content());
                    if (text.executable()) {
                        Files.setPosixFilePermissions(
                                place, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
                case ExportedFile.Copy copy -> {
                    Path source = inside(project, copy.source());
                    if (!Files.isRegularFile(source)) {
                        throw new IOException(
                                "the project's file " + copy.source() + " is not there");
                    }
                    Files.copy(source, place);
                    sources.put(copy.source(), source);
                }
            }
        }
        return sources;
    }

    private static Path inside(Path folder, String path) throws IOException {
        Path place = folder.resolve(path).normalize();
        if (!place.startsWith(folder.normalize())) {
            throw new IOException(path + " is not a path inside " + folder);
        }
        return place;
    }
}
