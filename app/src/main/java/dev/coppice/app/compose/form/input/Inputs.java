package dev.coppice.app.compose.form.input;

import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;

import java.util.List;

/** Chooses the input that fits what a field holds. */
public final class Inputs {

    private final Catalogue catalogue;

    public Inputs(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The input for a single value. */
    public Input of(Site site) {
        return switch (site.field().type()) {
            case FieldType.Bool bool -> new SwitchInput(site);
            case FieldType.Choice choice -> new ChoiceInput(site, choice);
            case FieldType.Int number -> line(site);
            case FieldType.Text text -> text(site, text);
            case FieldType.Raw raw -> throw notSingle(site);
            case FieldType.ListOf list -> throw notSingle(site);
            case FieldType.MapOf map -> throw notSingle(site);
            case FieldType.Mapping mapping -> throw notSingle(site);
            case FieldType.Union union -> throw notSingle(site);
        };
    }

    private Input text(Site site, FieldType.Text text) {
        return switch (text.shape()) {
            case PASSWORD_HASH -> new PasswordInput(site);
            case SSH_KEY -> new KeyInput(site);
            case MODE -> new ModeInput(site);
            case DURATION, TIME_SPAN, SIZE -> new UnitInput(site, text.shape());
            case PROJECT_PATH, INCLUDE_PATH -> new ProjectFileInput(site, catalogue.of(site));
            default -> text.multiline() ? new CodeInput(site) : line(site);
        };
    }

    private Input line(Site site) {
        return new LineInput(site, catalogue.of(site), List.of());
    }

    private static IllegalArgumentException notSingle(Site site) {
        return new IllegalArgumentException(site.field().path());
    }

    /** Whether values of this shape are short words, so that a list of them fits into one line. */
    public static boolean isWord(FieldType type) {
        return switch (type) {
            case FieldType.Int number -> true;
            case FieldType.Choice choice -> true;
            case FieldType.Text text -> !text.multiline() && isWord(text.shape());
            default -> false;
        };
    }

    private static boolean isWord(Shape shape) {
        return switch (shape) {
            case ANY,
                    LINE,
                    SOME_TEXT,
                    SSH_KEY,
                    PASSWORD_HASH,
                    PROJECT_PATH,
                    INCLUDE_PATH,
                    URL,
                    SUDO_COMMAND,
                    VOLUME,
                    COMMAND,
                    SSHD_VALUE,
                    SYSCTL_VALUE,
                    BUNDLE_PATH ->
                    false;
            default -> true;
        };
    }
}
