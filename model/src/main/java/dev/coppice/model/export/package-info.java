/**
 * A spec as the files of another system: pure, with a report of every field and the way back from
 * each line to the field that it comes from.
 */
package dev.coppice.model.export;
