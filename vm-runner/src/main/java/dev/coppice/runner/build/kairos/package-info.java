/** Builds the exported image of Kairos with a container engine, and media of it with AuroraBoot. */
package dev.coppice.runner.build.kairos;
