/** Finds fields by any name that they have anywhere, and what stands in a spec. */
package dev.coppice.model.search;
