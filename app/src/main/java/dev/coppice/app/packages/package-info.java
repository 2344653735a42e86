/** The list of a release's packages as the window has it, and what shows it. */
package dev.coppice.app.packages;
