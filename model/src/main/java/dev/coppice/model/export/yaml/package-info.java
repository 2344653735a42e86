/** YAML documents that exporters write, with the origins of each line. */
package dev.coppice.model.export.yaml;
