/** A spec as a Containerfile for Podman and Buildah, whose container runs systemd. Pure. */
package dev.coppice.model.export.containerfile;
