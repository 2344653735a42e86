/** The packages of a release, and how they are found. */
package dev.coppice.model.packages;
