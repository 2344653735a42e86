/** The application icon and the artwork of empty pages, as files and as an enum that names them. */
package dev.coppice.icons;
