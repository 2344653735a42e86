package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one section, made of the field table. */
public final class FormPane extends VBox {

    private final SpecSchema schema;
    private final FormContext context;
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final Label title = new Label();
    private final Label documentation = new Label();
    private final HBox banner = new HBox();
    private final Findings unknown;
    private final ScrollPane scroll = new ScrollPane();
    private final Map<Section, Page> pages = new EnumMap<>(Section.class);
    private Optional<FormView> marked = Optional.empty();

    /** The box of a section and what is in it. */
    private record Page(VBox box, ChildViews views) {}

    private FormDocument document = FormDocument.empty();

    public FormPane(SpecSchema schema, FormActions actions, FixAction fixes, FormTools tools) {
        this.schema = schema;
        this.context =
                FormContext.of(
                        schema,
                        actions,
                        fixes,
                        readOnly.getReadOnlyProperty(),
                        tools,
                        () -> document.tree(),
                        () -> document.inheritance());
        this.unknown = new Findings(context);
        getStyleClass().add("form-pane");
        title.getStyleClass().add("form-title");
        documentation.getStyleClass().add("form-documentation");
        documentation.setWrapText(true);
        documentation.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(title, documentation);
        head.getStyleClass().add("form-head");
        var words =
                new Label(
                        "The text cannot be read as YAML at the moment. The form shows its last"
                                + " good state and waits until the text is mended.");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        banner.setId("form-banner");
        banner.getStyleClass().add("form-banner");
        banner.getChildren().addAll(new FontIcon(MaterialDesignL.LOCK_OUTLINE), words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        unknown.getStyleClass().add("form-unknown");
        getChildren().addAll(head, banner, unknown, scroll);
        show(Section.SYSTEM, FormDocument.empty());
    }

    /** Shows a section of a document. */
    public void show(Section section, FormDocument newer) {
        document = newer;
        readOnly.set(!newer.current());
        Parts.show(banner, !newer.current());
        title.setText(section.title());
        documentation.setText(section.documentation());
        Page page = pages.computeIfAbsent(section, this::page);
        if (scroll.getContent() != page.box()) {
            scroll.setContent(page.box());
            scroll.setVvalue(0);
        }
        var builder = new FormBuilder(schema, newer);
        unknown.show(section == Section.SYSTEM ? builder.unknown() : List.of());
        page.views().update(builder.section(section));
        setAccessibleText("Form of " + section.title());
    }

    /** Marks the field of a path and brings it into view. */
    public void mark(YamlPath path) {
        marked.ifPresent(view -> view.setHere(false));
        for (YamlPath up = path.parent(); !up.steps().isEmpty(); up = up.parent()) {
            context.deepest(up).ifPresent(view -> view.open(path));
        }
        marked = context.deepest(path);
        marked.ifPresent(
                view -> {
                    view.setHere(true);
                    Platform.runLater(() -> bringIntoView(view.node()));
                });
    }

    /** Puts the focus on the first input of the section. */
    public void focus() {
        pages.values().stream()
                .filter(page -> page.box() == scroll.getContent())
                .forEach(page -> page.views().focus());
    }

    private Page page(Section section) {
        var box = new VBox();
        box.getStyleClass().addAll("fields", "form-fields");
        return new Page(box, new ChildViews(context, box, schema.topLevel(section).size() == 1));
    }

    private void bringIntoView(Node node) {
        if (node.getScene() == null || scroll.getContent() == null) {
            return;
        }
        Bounds place = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double whole = scroll.getContent().getBoundsInLocal().getHeight();
        double top = scroll.getVvalue() * Math.max(0, whole - view);
        double height = Math.min(place.getHeight(), view - 24);
        if (place.getMinY() < top || place.getMinY() + height > top + view) {
            scroll.setVvalue((place.getMinY() - view / 3) / Math.max(1, whole - view));
        }
    }
}
