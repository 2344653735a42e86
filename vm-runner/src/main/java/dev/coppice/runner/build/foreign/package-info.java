/** What builds with the tools of other systems have in common: they end in one image. */
package dev.coppice.runner.build.foreign;
