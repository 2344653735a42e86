package dev.coppice.app.window;

import dev.coppice.app.Ui;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.model.schema.Section;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

/**
 * Pictures of the form of every section, light and dark, with errors shown, for people to look at:
 * {@code mvn test -Dtest=FormPictures -Dcoppice.pictures=FOLDER}, with {@code
 * -Dcoppice.pictures.section=users,files} of some alone, with {@code
 * -Dcoppice.pictures.size=1920x1080} in a larger window.
 */
@Tag("window")
class FormPictures {

    @TempDir private Path folder;
    private Stage stage;

    @Test
    void ofEverySection() throws Exception {
        String target = System.getProperty("coppice.pictures", "");
        Assumptions.assumeFalse(target.isEmpty(), "no folder for pictures was given");
        Path pictures = Files.createDirectories(Path.of(target));
        String only = System.getProperty("coppice.pictures.section", "");
        Path project = Files.createDirectories(folder.resolve("web"));
        try (InputStream in = FormPictures.class.getResourceAsStream("every-form.yaml")) {
            Files.write(project.resolve("system.yaml"), in.readAllBytes());
        }
        Files.writeString(project.resolve("common.yaml"), "packages: [curl, vim]\n");
        try (var open = new OpenProject(project)) {
            stage = open.stage;
            fx(
                    () -> {
                        String[] size =
                                System.getProperty("coppice.pictures.size", "1280x800").split("x");
                        stage.setWidth(Integer.parseInt(size[0]));
                        stage.setHeight(Integer.parseInt(size[1]));
                        return null;
                    });
            settle();
            for (Look look : List.of(Look.LIGHT, Look.DARK)) {
                fx(
                        () -> {
                            open.fixture.theme.lookProperty().set(look);
                            return null;
                        });
                for (Section section : Section.values()) {
                    if (only.isEmpty() || only.contains(section.id())) {
                        takeAll(section, look, pictures);
                    }
                }
            }
        }
    }

    /** One picture of each screenful of a section, with all that can be unfolded. */
    private void takeAll(Section section, Look look, Path pictures) throws Exception {
        fx(
                () -> {
                    ListView<?> outline = (ListView<?>) stage.getScene().lookup("#outline");
                    outline.getSelectionModel().select(section.ordinal());
                    return null;
                });
        settle();
        Ui.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".item-head").stream()
                                .filter(ToggleButton.class::isInstance)
                                .forEach(head -> ((ToggleButton) head).setSelected(true)));
        settle();
        ScrollPane scroll = (ScrollPane) stage.getScene().lookup(".form-scroll");
        double view = fx(() -> scroll.getViewportBounds().getHeight());
        double whole = fx(() -> scroll.getContent().getBoundsInLocal().getHeight());
        int screens = (int) Math.max(1, Math.ceil(whole / Math.max(1, view)));
        for (int i = 0; i < screens; i++) {
            double at = screens == 1 ? 0 : (double) i / (screens - 1);
            fx(
                    () -> {
                        scroll.setVvalue(at);
                        return null;
                    });
            settle();
            WritableImage image = fx(() -> stage.getScene().snapshot(null));
            String name =
                    "%s-%02d-%s-%d.png"
                            .formatted(
                                    look.name().toLowerCase(java.util.Locale.ROOT),
                                    section.ordinal() + 1,
                                    section.id(),
                                    i + 1);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null), "png", pictures.resolve(name).toFile());
        }
    }

    private static <T> T fx(Callable<T> action) {
        return Ui.fx(action);
    }

    private static void settle() {
        for (int i = 0; i < 4; i++) {
            Ui.pulse();
        }
    }
}
