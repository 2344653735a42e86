package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.dialog.ProjectFileDialog;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.List;

/** The path of a file of the project, typed or chosen; one from elsewhere is copied in. */
final class ProjectFileInput implements Input {

    private final LineInput line;

    ProjectFileInput(Site site, Offers offers) {
        Button choose =
                Parts.tool(
                        MaterialDesignF.FOLDER_OPEN_OUTLINE, "Choose a file", () -> choose(site));
        line = new LineInput(site, offers, List.of(choose));
    }

    @Override
    public Node node() {
        return line.node();
    }

    @Override
    public Node control() {
        return line.control();
    }

    @Override
    public void show(boolean present, String text) {
        line.show(present, text);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    private void choose(Site site) {
        new ProjectFileDialog(site.tools(), site.field().title())
                .ask(
                        line.control().getScene().getWindow(),
                        path -> {
                            line.show(true, path);
                            site.entered().accept(new YamlValue.Text(path));
                        });
    }
}
