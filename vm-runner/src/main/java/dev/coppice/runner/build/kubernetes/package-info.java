/**
 * Builds of Kairos that a Kubernetes cluster makes: the Kairos operator does the work, Coppice asks
 * for it, follows it and brings the image home.
 */
package dev.coppice.runner.build.kubernetes;
