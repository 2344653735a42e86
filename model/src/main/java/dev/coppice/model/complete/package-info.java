/** What may be meant, what is meant, and where it is made, at a place of a text. */
package dev.coppice.model.complete;
