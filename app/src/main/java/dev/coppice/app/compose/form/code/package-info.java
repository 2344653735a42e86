/** Larger texts inside the form: units, scripts, configuration files. */
package dev.coppice.app.compose.form.code;
