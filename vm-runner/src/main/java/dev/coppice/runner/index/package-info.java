/** The lists of packages of distributions, and how they come here. */
package dev.coppice.runner.index;
