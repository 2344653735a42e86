/** A text that is being written, read as far as it can be. */
package dev.coppice.model.loose;
