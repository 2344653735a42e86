package dev.coppice.app.compose;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import dev.coppice.app.compose.Action.Group;
import dev.coppice.app.compose.Action.Scope;
import dev.coppice.app.compose.editor.EditorCommands;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be done on the page, in the order of the menus. */
final class ComposeActions {

    private final List<Action> actions = new ArrayList<>();

    /** What the page itself does. */
    interface Page {

        /** Shows the fixes of the cursor's line, or makes the only one. */
        void showFixes();

        /** Goes to the next or previous problem. */
        void nextProblem(boolean backwards);

        /** Tells why what was found in the cursor's line is a problem. */
        void why();

        /** Goes to where what stands at the cursor is made. */
        void goToDefinition();

        /** Asks for another name of what is at the cursor. */
        void rename();

        /** Opens the search over everything. */
        void search();

        /** Puts the focus on the next or previous part of the page. */
        void nextPart(boolean backwards);

        /** Shows or hides what the field at the cursor does. */
        void explain();

        /** Shows all keys. */
        void showKeys();
    }

    ComposeActions(ComposeViewModel model, EditorCommands text, Page page) {
        edit(model, text);
        add(
                Group.FIND,
                "Search everything …",
                Scope.PAGE,
                page::search,
                key(KeyCode.K, SHORTCUT_DOWN),
                key(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN));
        find(text);
        lines(text);
        lists(model);
        fold(text);
        add(Group.SPEC, "Fix problem", Scope.TEXT, page::showFixes, fixKeys());
        add(
                Group.SPEC,
                "Why is this a problem?",
                Scope.TEXT,
                page::why,
                key(KeyCode.E, SHORTCUT_DOWN, SHIFT_DOWN));
        add(
                Group.SPEC,
                "Show documentation",
                Scope.TEXT,
                text::showDocumentation,
                key(KeyCode.F1, SHIFT_DOWN));
        add(Group.SPEC, "Go to definition", Scope.TEXT, page::goToDefinition, key(KeyCode.F12));
        add(Group.SPEC, "Rename …", Scope.TEXT, page::rename, key(KeyCode.F2));
        add(
                Group.SPEC,
                "Explain on or off",
                Scope.PAGE,
                page::explain,
                key(KeyCode.E, SHORTCUT_DOWN));
        add(Group.SPEC, "Next problem", Scope.PAGE, () -> page.nextProblem(false), key(KeyCode.F8));
        add(
                Group.SPEC,
                "Previous problem",
                Scope.PAGE,
                () -> page.nextProblem(true),
                key(KeyCode.F8, SHIFT_DOWN));
        add(
                Group.SPEC,
                "Next part of the page",
                Scope.PAGE,
                () -> page.nextPart(false),
                key(KeyCode.F6));
        add(
                Group.SPEC,
                "Previous part of the page",
                Scope.PAGE,
                () -> page.nextPart(true),
                key(KeyCode.F6, SHIFT_DOWN));
        add(Group.SPEC, "Show all keys", Scope.PAGE, page::showKeys, key(KeyCode.F1));
    }

    /** All actions. */
    List<Action> all() {
        return List.copyOf(actions);
    }

    private void edit(ComposeViewModel model, EditorCommands text) {
        add(Group.EDIT, "Undo", Scope.PAGE, model::undo, key(KeyCode.Z, SHORTCUT_DOWN));
        add(
                Group.EDIT,
                "Redo",
                Scope.PAGE,
                model::redo,
                key(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
                key(KeyCode.Y, SHORTCUT_DOWN));
        add(Group.EDIT, "Cut", Scope.CONTROL, text::cut, key(KeyCode.X, SHORTCUT_DOWN));
        add(Group.EDIT, "Copy", Scope.CONTROL, text::copy, key(KeyCode.C, SHORTCUT_DOWN));
        add(Group.EDIT, "Paste", Scope.CONTROL, text::paste, key(KeyCode.V, SHORTCUT_DOWN));
        add(
                Group.EDIT,
                "Select all",
                Scope.CONTROL,
                text::selectAll,
                key(KeyCode.A, SHORTCUT_DOWN));
    }

    private void find(EditorCommands text) {
        add(Group.FIND, "Find …", Scope.PAGE, text::find, key(KeyCode.F, SHORTCUT_DOWN));
        add(Group.FIND, "Replace …", Scope.PAGE, text::replace, key(KeyCode.H, SHORTCUT_DOWN));
        add(Group.FIND, "Find next", Scope.PAGE, () -> text.findNext(false), key(KeyCode.F3));
        add(
                Group.FIND,
                "Find previous",
                Scope.PAGE,
                () -> text.findNext(true),
                key(KeyCode.F3, SHIFT_DOWN));
        add(Group.FIND, "Go to line …", Scope.PAGE, text::goToLine, key(KeyCode.G, SHORTCUT_DOWN));
    }

    private void lines(EditorCommands text) {
        add(
                Group.LINES,
                "Comment or uncomment",
                Scope.TEXT,
                text::toggleComment,
                key(KeyCode.SLASH, SHORTCUT_DOWN),
                key(KeyCode.DIVIDE, SHORTCUT_DOWN));
        add(
                Group.LINES,
                "Duplicate line",
                Scope.TEXT,
                text::duplicateLines,
                key(KeyCode.D, SHORTCUT_DOWN, SHIFT_DOWN));
        add(
                Group.LINES,
                "Move line up",
                Scope.TEXT,
                () -> text.moveLines(true),
                key(KeyCode.UP, ALT_DOWN));
        add(
                Group.LINES,
                "Move line down",
                Scope.TEXT,
                () -> text.moveLines(false),
                key(KeyCode.DOWN, ALT_DOWN));
        add(
                Group.LINES,
                "Delete line",
                Scope.TEXT,
                text::deleteLines,
                key(KeyCode.K, SHORTCUT_DOWN, SHIFT_DOWN));
        add(Group.LINES, "Indent", Scope.CONTROL, () -> text.indent(false), key(KeyCode.TAB));
        add(
                Group.LINES,
                "Outdent",
                Scope.CONTROL,
                () -> text.indent(true),
                key(KeyCode.TAB, SHIFT_DOWN));
    }

    private void lists(ComposeViewModel model) {
        add(
                Group.LINES,
                "List in brackets or line by line",
                Scope.TEXT,
                model::toggleForm,
                key(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN));
        add(Group.LINES, "Sort list", Scope.TEXT, model::sortList);
    }

    private void fold(EditorCommands text) {
        add(
                Group.FOLD,
                "Fold",
                Scope.TEXT,
                text::fold,
                key(KeyCode.OPEN_BRACKET, SHORTCUT_DOWN, SHIFT_DOWN));
        add(
                Group.FOLD,
                "Unfold",
                Scope.TEXT,
                text::unfold,
                key(KeyCode.CLOSE_BRACKET, SHORTCUT_DOWN, SHIFT_DOWN));
        add(Group.FOLD, "Fold all sections", Scope.TEXT, text::foldAll);
        add(Group.FOLD, "Unfold everything", Scope.TEXT, text::unfoldAll);
    }

    private static KeyCombination[] fixKeys() {
        return new KeyCombination[] {
            key(KeyCode.ENTER, ALT_DOWN), key(KeyCode.PERIOD, SHORTCUT_DOWN)
        };
    }

    private void add(Group group, String name, Scope scope, Runnable run, KeyCombination... keys) {
        actions.add(new Action(group, name, List.of(keys), scope, run));
    }

    private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
