package dev.coppice.app;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the specs of generations again, with the files that they included then. */
public final class BuiltSpecs {

    private final Generations generations;
    private final Analyzer analyzer;

    public BuiltSpecs(Generations generations, Analyzer analyzer) {
        this.generations = generations;
        this.analyzer = analyzer;
    }

    /** What a generation's text means; what files its project has now does not matter to it. */
    public Analysis analysis(Generation generation) throws IOException {
        return analyzer.analyze(
                new SpecText(generation.specText()),
                new Kept(generations.projectFiles(generation)));
    }

    /** The system that a generation is; empty when this version of Coppice refuses its text. */
    public Optional<SystemSpec> spec(Generation generation) throws IOException {
        return analysis(generation).spec();
    }

    /** The texts that a generation's spec included, by their paths in the project. */
    public SortedMap<String, String> included(Generation generation) throws IOException {
        return analysis(generation).inheritance().contents();
    }

    /**
     * What a rollback gives its content of then: the texts that a generation's spec included, and
     * the lock, without which the next build would take packages of later.
     */
    public SortedMap<String, String> restorable(Generation generation) throws IOException {
        var texts = new TreeMap<>(included(generation));
        Path lock = generations.projectFiles(generation).get(SystemLock.FILE);
        if (lock != null) {
            texts.put(SystemLock.FILE, Files.readString(lock));
        }
        return texts;
    }

    /** Whether a generation was built from this very text, and its includes. */
    public boolean isOf(Generation generation, Analysis now) throws IOException {
        return generation.specText().equals(now.text().content())
                && (now.inheritance().files().isEmpty()
                        || now.inheritance().contents().equals(included(generation)));
    }

    /** Every file was there when the generation was built; those that went in can be read. */
    private record Kept(Map<String, Path> files) implements ProjectFiles {

        @Override
        public Optional<Long> size(String relativePath) {
            return Optional.of(0L);
        }

        @Override
        public Optional<String> text(String relativePath) {
            Path file = files.get(relativePath);
            try {
                return file == null ? Optional.empty() : Optional.of(Files.readString(file));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
