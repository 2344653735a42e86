package dev.coppice.app.compose;

import dev.coppice.app.compose.completion.CompletionModel;
import dev.coppice.app.compose.explain.ExplainViewModel;
import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.search.SearchModel;
import dev.coppice.app.compose.search.SearchPalette;
import dev.coppice.app.shell.Pages;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The place where a spec is written, as form and as text. */
public final class ComposePage implements Pages.Composing {

    private final ComposePane pane;
    private final StackPane node;
    private final CompletionModel completion;
    private final SearchPalette palette;
    private final ExplainViewModel explaining;

    /**
     * @param completion what is proposed in the text; closed with the page, and its list of
     *     packages
     * @param explaining what the field at the cursor does
     */
    public ComposePage(
            ComposeViewModel model,
            FormTools tools,
            CompletionModel completion,
            ExplainViewModel explaining) {
        this.completion = completion;
        this.explaining = explaining;
        var places = new SearchPlaces(model, path -> reveal(path));
        palette = new SearchPalette(new SearchModel(model.schema(), places));
        pane = new ComposePane(model, tools, completion, explaining, palette::open);
        node = new StackPane(pane, palette);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        explaining.refresh();
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

    @Override
    public void search() {
        palette.open();
    }

    @Override
    public void close() {
        completion.close();
        completion.packages().close();
        completion.options().close();
    }
}
