/** Writes a spec as a Kairos image with its cloud-config, and reads what Kairos says nothing of. */
package dev.coppice.model.export.kairos;
