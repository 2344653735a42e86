/**
 * What settings of a spec are as files, units and packages of a Debian-like machine with systemd:
 * the same for the machine that is built and for the systems that a spec is exported to. Pure.
 */
package dev.coppice.model.linux;
