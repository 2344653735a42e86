/** What systemd would say of the units in a spec. */
package dev.coppice.model.rules.unit;
