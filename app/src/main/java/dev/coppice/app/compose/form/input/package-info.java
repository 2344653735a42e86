/** Inputs for single values, fitted to what the values mean. */
package dev.coppice.app.compose.form.input;
