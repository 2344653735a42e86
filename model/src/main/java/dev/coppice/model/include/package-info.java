/** Specs of several files: reading what a spec includes, and merging it under what it says. */
package dev.coppice.model.include;
