/** The place where the spec is seen, judged and saved as another system's files. */
package dev.coppice.app.export;
