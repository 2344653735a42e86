/** A spec as a mkosi configuration, which builds a disk image that boots. Pure. */
package dev.coppice.model.export.mkosi;
