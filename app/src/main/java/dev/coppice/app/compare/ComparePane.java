package dev.coppice.app.compare;

import dev.coppice.app.format.Human;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.parts.Thumbnail;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The compare page: two generations above, what is different below. */
final class ComparePane extends StackPane {

    private final CompareViewModel model;
    private final Supplier<Instant> now;
    private final HBox sides = new HBox();
    private final VBox missing = new VBox();

    ComparePane(CompareViewModel model, Supplier<Instant> now) {
        this.model = model;
        this.now = now;
        getStyleClass().addAll("page", "compare-page");
        sides.getStyleClass().add("compare-sides");
        missing.getStyleClass().add("compare-missing");
        var body = new StackPane(list(), identical());
        VBox.setVgrow(body, Priority.ALWAYS);
        var work = new VBox(header(), sides, missing, bar(), body);
        var empty = empty();
        var tooFew = Bindings.size(model.choices()).lessThan(2);
        empty.visibleProperty().bind(tooFew);
        work.visibleProperty().bind(tooFew.not());
        getChildren().addAll(work, empty);
        model.resultProperty().subscribe(result -> showSides());
    }

    private Node header() {
        var title = new Label("Compare");
        title.getStyleClass().add("page-title");
        var summary = new Label();
        summary.getStyleClass().addAll("page-subtitle", "figure");
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        var words = new VBox(title, summary);
        words.getStyleClass().add("page-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var copy = Buttons.plain("Copy as text", MaterialDesignC.CONTENT_COPY, this::copy);
        var head = new HBox(words, copy);
        head.getStyleClass().addAll("page-header", "page-head");
        return head;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Node bar() {
        var filter = new TextField();
        filter.setPromptText("Filter: package, file, unit, value …");
        filter.setAccessibleText("Filter the comparison");
        filter.getStyleClass().add("search-field");
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.SOMETIMES);
        var only = new CheckBox("Only differences");
        only.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        only.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(filter, only);
        bar.getStyleClass().addAll("pane-bar", "compare-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node list() {
        var list = new ListView<>(model.items());
        list.getStyleClass().add("compare-list");
        list.setCellFactory(view -> new CompareCell(model));
        list.setAccessibleText("Differences");
        var nothing = new Label("Nothing here holds these words.");
        nothing.getStyleClass().add("empty-text");
        list.setPlaceholder(nothing);
        list.setOnKeyPressed(
                e -> {
                    var item = list.getSelectionModel().getSelectedItem();
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                        switch (item) {
                            case CompareItem.Heading heading -> model.toggle(heading.section());
                            case CompareItem.Line line -> model.reveal(line.row());
                            case CompareItem.Note note -> {}
                            case null -> {}
                        }
                    }
                });
        return list;
    }

    private Node identical() {
        var same =
                new EmptyState(
                        Artwork.IDENTICAL,
                        "Nothing is different",
                        "Both generations have the same settings, packages, files and units, and"
                                + " behaved alike.");
        same.visibleProperty()
                .bind(
                        Bindings.isEmpty(model.items())
                                .and(model.filterProperty().isEmpty())
                                .and(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        model.resultProperty().get() != null
                                                                && model.resultProperty()
                                                                                .get()
                                                                                .differences()
                                                                        == 0,
                                                model.resultProperty())));
        same.getStyleClass().add("cover");
        return same;
    }

    private Node empty() {
        return new EmptyState(
                Artwork.NOTHING_TO_COMPARE,
                "Two generations are needed",
                "Build the spec, change something, build again: here stands what became different,"
                        + " from settings and packages to ports and boot time.",
                Buttons.primary("Build & boot", MaterialDesignP.PLAY, model::buildAndBoot));
    }

    private void showSides() {
        var swap =
                Buttons.icon(MaterialDesignS.SWAP_HORIZONTAL, "Change their places", model::swap);
        var middle = new StackPane(swap);
        middle.getStyleClass().add("compare-swap");
        if (sides.getChildren().isEmpty()) {
            sides.getChildren()
                    .setAll(
                            side("Earlier", model.earlierProperty()),
                            middle,
                            side("Later", model.laterProperty()));
        }
        missing.getChildren().setAll(model.withoutFacts().stream().map(this::missing).toList());
        missing.setManaged(!missing.getChildren().isEmpty());
    }

    private Node side(String name, ObjectProperty<Generation> which) {
        var label = new Label(name);
        label.getStyleClass().add("side-label");
        var choice = new ComboBox<>(model.choices());
        choice.valueProperty().bindBidirectional(which);
        choice.setConverter(new Names());
        choice.setAccessibleText(name + " generation");
        choice.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(choice);
        var figures = new Label();
        figures.getStyleClass().addAll("text-muted", "figure");
        var picture = new StackPane();
        which.subscribe(
                generation -> {
                    picture.getChildren().clear();
                    if (generation != null) {
                        figures.setText(figures(generation));
                        picture.getChildren()
                                .add(
                                        new Thumbnail(
                                                generation.boot().flatMap(BootRecord::screenshot),
                                                208,
                                                130));
                    }
                });
        var words = new VBox(label, choice, figures);
        words.getStyleClass().add("side-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var card = new HBox(picture, words);
        card.getStyleClass().addAll("card", "compare-side");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(100);
        card.setMinWidth(0);
        return card;
    }

    private String figures(Generation generation) {
        String boot =
                generation
                        .boot()
                        .map(b -> "ready in " + Human.duration(b.ready()))
                        .orElse("never booted");
        return "%s%n%s%n%s"
                .formatted(
                        Human.ago(generation.created(), now.get(), ZoneId.systemDefault()),
                        boot,
                        "built in "
                                + Human.duration(generation.buildTime())
                                + ", "
                                + Human.bytes(generation.bytes()));
    }

    private Node missing(Generation generation) {
        var words =
                new Label(
                        "Generation %d has not booted yet, so nothing is known of its packages, units, ports and users."
                                .formatted(generation.number()));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var boot =
                Buttons.plain(
                        "Boot generation " + generation.number(),
                        MaterialDesignP.PLAY,
                        () -> model.boot(generation));
        var row = new HBox(words, boot);
        row.getStyleClass().add("page-notice");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static final class Names extends StringConverter<Generation> {

        @Override
        public String toString(Generation generation) {
            return generation == null ? "" : "Generation " + generation.number();
        }

        @Override
        public Generation fromString(String text) {
            throw new UnsupportedOperationException("the choice is not typed");
        }
    }
}
