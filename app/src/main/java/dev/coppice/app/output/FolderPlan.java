package dev.coppice.app.output;

import java.util.List;

/**
 * What writing an export into a folder would do, or did.
 *
 * @param changes a row for each file of the export, in its order, then those that it no longer has
 */
public record FolderPlan(List<FileChange> changes) {

    public FolderPlan {
        changes = List.copyOf(changes);
    }

    /** A file of the folder and what happens to it. */
    public record FileChange(String path, State state) {}

    /** What happens to a file. */
    public enum State {
        /** It is not there yet. */
        NEW,
        /** An earlier export wrote it and nobody changed it; it gets new content. */
        UPDATED,
        /** It holds the same already. */
        SAME,
        /** Something else wrote it; it is replaced only on demand. */
        FOREIGN,
        /** An earlier export wrote it, somebody changed it; it is replaced only on demand. */
        EDITED,
        /** An earlier export wrote it and this one has no such file; it is removed. */
        REMOVED,
        /** The same, but somebody changed it; it stays, and is theirs from now on. */
        LEFT
    }

    /** The files that are replaced only on demand. */
    public List<String> questions() {
        return paths(State.FOREIGN, State.EDITED);
    }

    /** Whether the folder holds all of it already. */
    public boolean nothingToDo() {
        return changes.stream().allMatch(change -> change.state() == State.SAME);
    }

    /** The files in any of these states. */
    public List<String> paths(State... states) {
        List<State> wanted = List.of(states);
        return changes.stream()
                .filter(change -> wanted.contains(change.state()))
                .map(FileChange::path)
                .toList();
    }
}
