package dev.coppice.app.compose.form;

import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** What the form asks for. */
public interface FormActions {

    /**
     * Changes the document.
     *
     * @param label for undo, {@code Change host name}
     * @return why it was refused; empty when it is done
     */
    Optional<String> change(String label, List<YamlOp> ops);

    /** Moves an item of a list to another place. */
    Optional<String> move(String label, YamlPath list, int from, int to);

    /**
     * Writes other YAML in the place of a mapping.
     *
     * @param yaml its lines, without the indentation that they have in the document
     * @return why it was refused; empty when it is done
     */
    Optional<String> rewrite(String label, YamlPath mapping, String yaml);

    /** A person works at a field now: its line is shown. */
    void focused(YamlPath path);

    /** A person has left a field: the next change is another step of undo. */
    void left();
}
