/** Looks at a machine, or at the unpacked tree of one, and changes nothing. */
package dev.coppice.runner.inspect;
