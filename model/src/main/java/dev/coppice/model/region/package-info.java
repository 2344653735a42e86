/** Tables of languages, keyboards and time zones, for pickers and checks. */
package dev.coppice.model.region;
