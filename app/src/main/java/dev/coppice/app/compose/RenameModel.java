package dev.coppice.app.compose;

import dev.coppice.app.session.SpecSession;
import dev.coppice.model.refactor.Effect;
import dev.coppice.model.refactor.RefactorResult;
import dev.coppice.model.refactor.Renameable;
import dev.coppice.model.refactor.Renamer;
import dev.coppice.model.yaml.YamlPath;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;

/** Another name for something of the spec, with a preview of what that changes. */
final class RenameModel {

    private final SpecSession session;
    private final Renamer renamer;
    private final Renameable what;
    final StringProperty name = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>();

    /**
     * What a rename would do.
     *
     * @param obstacle why it cannot be done; empty when it can
     * @param mentions other places that hold the old name and stay as they are
     */
    record Preview(String obstacle, List<Effect> effects, List<YamlPath> mentions) {

        boolean possible() {
            return obstacle.isEmpty() && !effects.isEmpty();
        }
    }

    RenameModel(SpecSession session, Renamer renamer, Renameable what) {
        this.session = session;
        this.renamer = renamer;
        this.what = what;
        name.addListener(o -> look());
        name.set(what.name());
    }

    /** What it is: {@code user}. */
    String noun() {
        return what.kind().noun();
    }

    /** Its name now. */
    String oldName() {
        return what.name();
    }

    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Renames it; one step of undo. */
    void rename() {
        if (renamer.rename(session.text(), what, name.get())
                instanceof RefactorResult.Changed changed) {
            session.endStep();
            session.apply(changed.batch());
            session.endStep();
        }
    }

    private void look() {
        if (name.get().strip().equals(what.name())) {
            preview.set(new Preview("", List.of(), List.of()));
            return;
        }
        preview.set(
                switch (renamer.rename(session.text(), what, name.get())) {
                    case RefactorResult.Changed(var batch, var effects, var mentions) ->
                            new Preview("", effects, mentions);
                    case RefactorResult.Refused(String reason) ->
                            new Preview(reason, List.of(), List.of());
                });
    }
}
