/** Proposals for what is being typed, beside the cursor of the text. */
package dev.coppice.app.compose.completion;
