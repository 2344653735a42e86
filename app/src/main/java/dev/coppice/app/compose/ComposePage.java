package dev.coppice.app.compose;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.shell.Pages;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;

/** The place where a spec is written, as form and as text. */
public final class ComposePage implements Pages.Composing {

    private final ComposePane pane;

    public ComposePage(ComposeViewModel model, FormTools tools) {
        pane = new ComposePane(model, tools);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        pane.focusText();
    }

    @Override
    public void reveal(YamlPath path) {
        pane.reveal(path);
    }

    @Override
    public void showProblems() {
        pane.showProblems();
    }
}
