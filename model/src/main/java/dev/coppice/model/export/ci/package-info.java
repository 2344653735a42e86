/** Pipelines of CI systems that validate, build, boot and check a spec with Coppice. Pure. */
package dev.coppice.model.export.ci;
