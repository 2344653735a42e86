package dev.coppice.app.shell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The rail: one button for each place. */
final class Rail extends VBox {

    private final Map<Place, ToggleButton> items = new EnumMap<>(Place.class);
    private final Map<Place, Node> news = new EnumMap<>(Place.class);
    private final ToggleButton home;

    /**
     * @param start called when a person wants the start page
     * @param chosen called when a person wants another place
     * @param nextLook called when a person wants another look
     */
    Rail(Runnable start, Consumer<Place> chosen, Runnable nextLook) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Places");
        home = home(start);
        getChildren().add(home);
        for (Place place : Place.values()) {
            ToggleButton item = item(place);
            item.setDisable(true);
            item.setOnAction(
                    e -> {
                        only(item);
                        chosen.accept(place);
                    });
            items.put(place, item);
            getChildren().add(item);
        }
        var gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, look(nextLook));
    }

    /** Marks the start page as shown. */
    void selectStart() {
        only(home);
    }

    /** No group of toggles: in one, an arrow key marks a place that is not gone to. */
    private void only(ToggleButton item) {
        home.setSelected(home == item);
        items.values().forEach(each -> each.setSelected(each == item));
    }

    /** A project is open now, so its places can be reached. */
    void enablePlaces() {
        items.values().forEach(item -> item.setDisable(false));
    }

    /** Marks the place that is shown. */
    void select(Place place) {
        only(items.get(place));
        setNews(place, false);
    }

    /** Puts a dot on a place: something has happened there that was not seen yet. */
    void setNews(Place place, boolean on) {
        news.get(place).setVisible(on);
        items.get(place).setAccessibleText(place.label() + (on ? ", something new" : ""));
    }

    private ToggleButton item(Place place) {
        var dot = new Circle(3.5);
        dot.getStyleClass().add("news");
        dot.setVisible(false);
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        news.put(place, dot);
        var picture = new StackPane(new FontIcon(place.icon()), dot);
        picture.setMaxWidth(28);
        var item = new ToggleButton(place.label(), picture);
        item.setId("rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
        item.getStyleClass().setAll("rail-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(place.label());
        item.setTooltip(new Tooltip("%s (Ctrl+%d)".formatted(place.label(), place.ordinal() + 1)));
        return item;
    }

    private ToggleButton home(Runnable start) {
        var home = new ToggleButton("Start", new FontIcon(MaterialDesignH.HOME_OUTLINE));
        home.setId("rail-start");
        home.getStyleClass().setAll("rail-item");
        home.setMaxWidth(Double.MAX_VALUE);
        home.setOnAction(
                e -> {
                    selectStart();
                    start.run();
                });
        home.setAccessibleText("Start page");
        home.setTooltip(new Tooltip("Examples and recent projects (Ctrl+N)"));
        return home;
    }

    private static Button look(Runnable nextLook) {
        var button = new Button("Theme", new FontIcon(MaterialDesignT.THEME_LIGHT_DARK));
        button.setId("rail-look");
        button.getStyleClass().setAll("rail-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> nextLook.run());
        button.setAccessibleText("Switch between light and dark");
        button.setTooltip(new Tooltip("Switch between light and dark"));
        return button;
    }
}
