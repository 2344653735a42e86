package dev.coppice.app.compose;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;

/**
 * Something that a person can do on the page, by key or from a menu.
 *
 * @param group where it stands in menus and in the overview of keys
 * @param name what it does, in the imperative
 * @param keys what triggers it, the usual combination first; may be empty
 * @param scope where its keys work
 */
record Action(Group group, String name, List<KeyCombination> keys, Scope scope, Runnable run) {

    /** Where an action stands. */
    enum Group {
        EDIT("Edit"),
        FIND("Find"),
        LINES("Lines"),
        FOLD("Fold"),
        SPEC("Spec");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Where the keys of an action work. */
    enum Scope {
        /** On the whole page. */
        PAGE,
        /** While the focus is in the text. */
        TEXT,
        /** The control that has the focus listens to them by itself. */
        CONTROL
    }

    /** Whether a key press means this action. */
    boolean means(KeyEvent event, boolean inText) {
        return (scope == Scope.PAGE || (scope == Scope.TEXT && inText))
                && keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** The usual keys in words; empty when there are none. */
    String keysInWords() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }
}
