/** Writes a spec as a seed of cloud-init for a plain Debian cloud image. */
package dev.coppice.model.export.cloudinit;
