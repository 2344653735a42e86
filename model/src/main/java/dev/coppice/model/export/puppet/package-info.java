/** A spec as a Puppet manifest for a machine that already runs Debian. Pure. */
package dev.coppice.model.export.puppet;
