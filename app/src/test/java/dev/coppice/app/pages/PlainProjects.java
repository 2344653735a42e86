package dev.coppice.app.pages;

import dev.coppice.app.generations.Projects;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.SortedMap;

/** Projects without folders. */
record PlainProjects(SortedMap<String, Path> kept) implements Projects {

    @Override
    public SortedMap<String, Path> restore(Generation generation) {
        return kept;
    }

    @Override
    public Generation branch(Generation generation, String name, Path folder) {
        return generation;
    }

    @Override
    public Path folderFor(String name) {
        return Path.of("/projects").resolve(name);
    }
}
