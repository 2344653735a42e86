/** Reads the files of other systems as specs, with a report of every field. */
package dev.coppice.model.importing;
