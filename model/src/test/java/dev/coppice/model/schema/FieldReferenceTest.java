package dev.coppice.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed reference is what the table says. */
class FieldReferenceTest {

    private static final Path FILE =
            Path.of("src/main/resources/dev/coppice/model/fields.md").toAbsolutePath();

    @Test
    void isUpToDate() throws IOException {
        String reference = new FieldReferenceWriter(new SpecSchema()).write();
        if (Boolean.getBoolean("coppice.write")) {
            Files.writeString(FILE, reference);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "%s is stale; write it anew with: mvn -pl model test"
                                + " -Dtest=FieldReferenceTest -Dcoppice.write=true",
                        FILE)
                .isEqualTo(reference);
    }

    @Test
    void namesEveryField() {
        String reference = new FieldReferenceWriter(new SpecSchema()).write();

        assertThat(new SpecSchema().fields())
                .allSatisfy(f -> assertThat(reference).contains("### `" + f.path() + "`"));
    }
}
