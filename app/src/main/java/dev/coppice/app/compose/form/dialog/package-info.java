/** The questions that inputs of the form ask in a window of their own. */
package dev.coppice.app.compose.form.dialog;
