/** Small nodes that many parts of the form use. */
package dev.coppice.app.compose.form.parts;
