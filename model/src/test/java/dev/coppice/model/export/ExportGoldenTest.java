package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every example of the gallery for every target, as committed. Written anew with {@code mvn -pl
 * model test -Dtest=ExportGoldenTest -Dcoppice.write=true}; then they are to be read.
 */
class ExportGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/export").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> isAsCommitted() {
        return new Exporters()
                .all().stream()
                        .flatMap(
                                exporter ->
                                        ExportCases.gallery().stream()
                                                .map(each -> test(exporter, each)));
    }

    private static DynamicTest test(Exporter exporter, ExportCases.Case each) {
        Path folder = FOLDER.resolve(exporter.id()).resolve(each.name());
        return DynamicTest.dynamicTest(
                exporter.id() + " " + each,
                () -> {
                    Map<String, String> made = texts(exporter.export(each.input()));
                    if (Boolean.getBoolean("coppice.write")) {
                        write(folder, made);
                    }
                    assertThat(read(folder)).as("files of %s", folder).isEqualTo(made);
                });
    }

    /** The files by their paths, and the report. */
    private static Map<String, String> texts(ExportResult result) {
        var texts = new TreeMap<String, String>();
        for (ExportedFile file : result.files()) {
            switch (file) {
                case ExportedFile.Text text -> texts.put(text.path(), text.content());
                case ExportedFile.Copy copy ->
                        texts.put(copy.path(), "copy of " + copy.source() + "\n");
            }
        }
        texts.put("REPORT.txt", report(result));
        return texts;
    }

    private static String report(ExportResult result) {
        var out = new StringBuilder();
        for (ExportResult.Entry entry : result.report()) {
            out.append(
                    "%s %s: %s\n"
                            .formatted(
                                    entry.support().getClass().getSimpleName(),
                                    entry.path(),
                                    entry.support().text()));
        }
        return out.toString();
    }

    private static void write(Path folder, Map<String, String> texts) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path each : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(each);
                }
            }
        }
        for (var entry : texts.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
    }

    private static Map<String, String> read(Path folder) {
        var texts = new TreeMap<String, String>();
        if (!Files.exists(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
