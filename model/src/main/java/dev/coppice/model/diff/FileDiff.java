package dev.coppice.model.diff;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Compares files by their paths. */
record FileDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        var to = new Collector("files", changes);
        to.named(
                "file",
                (thing, i) -> YamlPath.of("files", i),
                before.files(),
                after.files(),
                FileEntry::path,
                (pair, path) -> file(pair, path, to));
    }

    private void file(Collector.Pair<FileEntry> pair, YamlPath path, Collector to) {
        FileEntry old = pair.before();
        FileEntry now = pair.after();
        String what = "file " + pair.name() + ": ";
        boolean inline = now.body() instanceof FileEntry.Inline;
        String key = inline ? "content" : "source";
        to.value(
                what + labels.of("files[]." + key),
                path.key(key),
                Texts.body(old.body()),
                Texts.body(now.body()));
        to.value(
                what + labels.of("files[].mode"),
                path.key("mode"),
                Texts.mode(old.mode()),
                Texts.mode(now.mode()));
        to.value(what + labels.of("files[].owner"), path.key("owner"), old.owner(), now.owner());
        to.value(what + labels.of("files[].group"), path.key("group"), old.group(), now.group());
    }
}
