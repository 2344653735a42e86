/** Exported files on disk. The window and the command line share it; it knows no toolkit. */
package dev.coppice.app.output;
