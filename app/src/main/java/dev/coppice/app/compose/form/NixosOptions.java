package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.app.options.OptionDialog;
import dev.coppice.app.options.OptionStatus;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.OptionText;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** What a form has beside the raw settings for NixOS: the options to choose from. */
final class NixosOptions extends VBox {

    static final YamlPath PLACE = YamlPath.of("targets", "nixos");

    private final FormTools tools;

    /**
     * @param add gets the change that adds a setting
     */
    NixosOptions(FormContext context, Consumer<YamlOp> add) {
        tools = context.tools();
        Button browse =
                Parts.button("Browse options of NixOS", MaterialDesignP.PLUS, () -> ask(add));
        browse.disableProperty().bind(context.readOnly());
        browse.setId(FormContext.id(PLACE) + "-browse");
        getStyleClass().add("field");
        getChildren().addAll(browse, new OptionStatus(tools.options(), this::load));
    }

    private Window window() {
        return getScene().getWindow();
    }

    private void load() {
        tools.files()
                .ask(window(), "Options of NixOS", tools.folder())
                .ifPresent(tools.options()::load);
    }

    private void ask(Consumer<YamlOp> add) {
        new OptionDialog(tools.options(), tools.background(), tools.ui())
                .ask(window(), this::load)
                .ifPresent(
                        option ->
                                add.accept(
                                        new YamlOp.Set(PLACE.key(option.name()), value(option))));
    }

    /** What a setting begins with. */
    private static YamlValue value(NixOption option) {
        String starter = OptionText.starter(option);
        return switch (starter) {
            case "true", "false" -> new YamlValue.Bool(Boolean.parseBoolean(starter));
            case "[]" -> new YamlValue.Items(List.of());
            case "{}" -> new YamlValue.Fields(new LinkedHashMap<>());
            default ->
                    starter.matches("-?[0-9]{1,18}")
                            ? new YamlValue.Int(Long.parseLong(starter))
                            : new YamlValue.Text(starter.replace("\"", ""));
        };
    }
}
