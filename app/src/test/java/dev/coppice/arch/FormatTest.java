package dev.coppice.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** All Java files are as google-java-format (AOSP) writes them. */
class FormatTest {

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everyFileIsFormatted() {
        List<Path> files = SourceFiles.all();
        assertThat(files).hasSizeGreaterThan(100);
        List<Path> wrong = files.stream().filter(file -> !isFormatted(file)).toList();
        assertThat(wrong).as("run installers/format").isEmpty();
    }

    @Test
    void otherLayoutIsNoticed() throws FormatterException {
        String source = "class A {\n  int a;\n}\n";

        assertThat(formatter.formatSourceAndFixImports(source)).isNotEqualTo(source);
    }

    private boolean isFormatted(Path file) {
        String source = SourceFiles.read(file);
        try {
            return formatter.formatSourceAndFixImports(source).equals(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("cannot parse " + file, e);
        }
    }
}
