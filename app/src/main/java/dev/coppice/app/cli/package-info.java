/** The command line interface; loads no class of JavaFX. */
package dev.coppice.app.cli;
