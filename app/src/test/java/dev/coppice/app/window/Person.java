package dev.coppice.app.window;

import dev.coppice.model.schema.Section;

/** Somebody who fills in the form. */
interface Person {

    /** Goes to the form of a section. */
    void section(Section section);

    /** Writes a text in the place of the one that an input holds. */
    void write(String id, String text);

    /** Writes a new item into the line of a list, and adds it. */
    void add(String id, String text);

    /** Chooses one of a few, by its title. */
    void choose(String id, String title);

    /** Turns a switch. */
    void turn(String id);

    /** Presses a button. */
    void press(String id);

    /** Chooses an entry of a button's menu, by its words. */
    void menu(String id, int index, String words);
}
