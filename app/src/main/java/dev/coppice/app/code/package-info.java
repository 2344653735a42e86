/** Colours for texts of many languages, and a view of such a text. Features share it. */
package dev.coppice.app.code;
