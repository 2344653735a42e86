package dev.coppice.app.shell;

import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.runner.store.Target;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the open project is built into. */
final class TargetMenuModel {

    private final SpecSession session;
    private final Services services;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Target> target = new ReadOnlyObjectWrapper<>();

    /**
     * @param changed called when another target was chosen
     */
    TargetMenuModel(SpecSession session, Services services, Runnable changed) {
        this.session = session;
        this.services = services;
        this.changed = changed;
        this.target.set(services.targeting().of(session.folder()));
    }

    ReadOnlyObjectProperty<Target> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** Chooses another target; the choice is kept in the background. */
    void choose(Target other) {
        if (other == target.get()) {
            return;
        }
        services.background().execute(() -> keep(other));
    }

    private void keep(Target other) {
        try {
            services.targeting().choose(session.folder(), other);
            services.ui().execute(() -> show(other));
        } catch (IOException e) {
            services.ui()
                    .execute(
                            () -> {
                                show(other);
                                throw new UncheckedIOException("the target is not kept", e);
                            });
        }
    }

    private void show(Target other) {
        target.set(other);
        changed.run();
    }
}
