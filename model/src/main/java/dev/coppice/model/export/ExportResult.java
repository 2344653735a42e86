package dev.coppice.model.export;

import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * What an exporter made.
 *
 * @param files the files, the one to read first in front
 * @param report what became of every value of the spec, in the order of the spec
 */
public record ExportResult(List<ExportedFile> files, List<Entry> report) {

    public ExportResult {
        files = List.copyOf(files);
        report = List.copyOf(report);
    }

    /**
     * What became of a value.
     *
     * @param path where it stands in the spec, included files merged
     * @param field its row of the table of fields
     * @param support what the target makes of it
     */
    public record Entry(YamlPath path, Field field, FieldSupport support) {}
}
