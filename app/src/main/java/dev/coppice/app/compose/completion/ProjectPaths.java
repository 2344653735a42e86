package dev.coppice.app.compose.completion;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The files of a project that a spec may name; hidden ones are none, nor is the spec itself. */
public final class ProjectPaths implements Supplier<List<String>> {

    private static final int MANY = 2_000;
    private static final int DEPTH = 8;

    private final Path folder;
    private final String spec;

    /**
     * @param spec the name of the spec's file
     */
    public ProjectPaths(Path folder, String spec) {
        this.folder = folder;
        this.spec = spec;
    }

    @Override
    public List<String> get() {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(folder, Set.of(), DEPTH, new Visitor(found));
        } catch (IOException unreadable) {
            // A folder that cannot be read has no more files to name.
            found.sort(null);
            return List.copyOf(found);
        }
        found.remove(spec);
        found.sort(null);
        return List.copyOf(found);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<String> found;

        Visitor(List<String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden =
                    !directory.equals(folder) && directory.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().startsWith(".")) {
                found.add(folder.relativize(file).toString().replace('\\', '/'));
            }
            return found.size() < MANY ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
