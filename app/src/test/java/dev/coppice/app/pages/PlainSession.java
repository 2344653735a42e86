package dev.coppice.app.pages;

import dev.coppice.app.session.ProjectSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session whose analysis is given; it writes down replacements. */
final class PlainSession implements ProjectSession {

    final List<String> labels = new ArrayList<>();
    private final SystemSpec spec;
    private SpecText text = new SpecText("");

    PlainSession(SystemSpec spec) {
        this.spec = spec;
    }

    @Override
    public Path folder() {
        return Path.of(".");
    }

    @Override
    public SpecText text() {
        return text;
    }

    @Override
    public Analysis analysis() {
        return new Analysis(text, Optional.empty(), Optional.of(spec), List.of());
    }

    @Override
    public void type(EditBatch batch) {
        apply(batch);
    }

    @Override
    public void apply(EditBatch batch) {
        text = text.apply(batch);
    }

    @Override
    public void replace(String label, String content) {
        labels.add(label);
        text = new SpecText(content);
    }

    @Override
    public boolean canUndo() {
        return false;
    }

    @Override
    public boolean canRedo() {
        return false;
    }

    @Override
    public void undo() {
        throw new UnsupportedOperationException("it has no history");
    }

    @Override
    public void redo() {
        throw new UnsupportedOperationException("it has no history");
    }

    @Override
    public boolean modified() {
        return false;
    }

    @Override
    public AutoCloseable observe(Observer observer) {
        return () -> {};
    }
}
