package dev.coppice.runner.store;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes trees, also those whose files belong to subordinate user ids (a killed build leaves such
 * trees): what the user may not remove is removed as root of a user namespace.
 */
public final class TreeRemover {

    private final ProcessRunner processes;
    private final RootNamespace namespace;

    public TreeRemover(ProcessRunner processes, RootNamespace namespace) {
        this.processes = processes;
        this.namespace = namespace;
    }

    /**
     * @throws IOException when something is left
     */
    public void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            removeAsUser(tree);
        } catch (IOException e) {
            removeAsNamespaceRoot(tree, e);
        }
    }

    private void removeAsNamespaceRoot(Path tree, IOException first) throws IOException {
        if (!namespace.rootless()) {
            throw first;
        }
        List<String> output = new ArrayList<>();
        try {
            Command rm = Command.of("rm", "-rf", "--one-file-system", "--", tree.toString());
            Exit exit = processes.run(namespace.wrap(rm), output::add, new Cancellation());
            if (!exit.ok() || Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(
                        tree + " could not be removed: " + String.join("; ", output), first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while removing " + tree, e);
        }
    }

    private static void removeAsUser(Path tree) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException problem)
                            throws IOException {
                        if (problem != null) {
                            throw problem;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
