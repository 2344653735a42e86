/** What a field does: where its value comes from, what it makes, and how to prove it. */
package dev.coppice.model.explain;
