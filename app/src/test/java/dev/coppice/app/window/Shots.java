package dev.coppice.app.window;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.nio.file.Path;

/** Dev only: shows the window on a folder. */
public final class Shots {
    public static void main(String[] args) {
        Platform.startup(
                () -> {
                    var stage = new Stage();
                    var fixture = new WindowFixture(stage, Path.of(args[0]), Path.of(args[1]));
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(Double.parseDouble(args[2]));
                    stage.setHeight(Double.parseDouble(args[3]));
                    if (args.length > 4) {
                        fixture.theme
                                .lookProperty()
                                .set(dev.coppice.app.session.UserSettings.Look.valueOf(args[4]));
                    }
                });
    }
}
