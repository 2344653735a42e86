/**
 * What a spec means on a Debian system, as files, packages and states of units with the way back to
 * the spec: common to all exports whose machines run Debian. The files are those that a build of
 * Coppice makes. Pure.
 */
package dev.coppice.model.export.debian;
