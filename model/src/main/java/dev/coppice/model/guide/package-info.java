/** What every finding means, why it matters, and what is right instead. */
package dev.coppice.model.guide;
