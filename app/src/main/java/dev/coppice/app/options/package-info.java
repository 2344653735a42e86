/** The options of NixOS as the window has them, and what shows them. */
package dev.coppice.app.options;
