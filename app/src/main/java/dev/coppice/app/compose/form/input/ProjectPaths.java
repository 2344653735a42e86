package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.dialog.FormTools;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The files of the project, looked up in the background.
 *
 * @param fits which names fit the input
 */
record ProjectPaths(FormTools tools, Predicate<String> fits) implements Offers {

    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 2000;

    @Override
    public void find(String typed, Consumer<List<Offer>> answer) {
        CompletableFuture.supplyAsync(this::files, tools.background())
                .thenAcceptAsync(files -> Offers.of(() -> files).find(typed, answer), tools.ui());
    }

    private List<Offer> files() {
        var found = new ArrayList<Offer>();
        try {
            Files.walkFileTree(
                    tools.folder(),
                    EnumSet.noneOf(java.nio.file.FileVisitOption.class),
                    DEEPEST,
                    new Walk(found));
        } catch (IOException gone) {
            return List.of();
        }
        found.sort((a, b) -> a.value().compareTo(b.value()));
        return found;
    }

    /** Hidden folders, such as that of git, are nobody's sources. */
    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<Offer> found;

        Walk(List<Offer> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(tools.folder())
                            && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = tools.folder().relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile() && !path.equals("system.yaml") && fits.test(path)) {
                found.add(new Offer(path));
            }
            return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
